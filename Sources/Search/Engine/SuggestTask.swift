import IndexDefinition
import IndexStore
import QueryLanguage
import TextAnalysis

/// Suggestions for what is being typed: words of the catalog that the last word may become, then names of documents and places that begin
/// with the whole text; corrected where nothing begins so.
struct SuggestTask {
    /// A prefix that more words begin with says too little to choose among them all.
    private static let mostWords = 20_000

    let session: SearchSession
    let text: String
    let limit: Int

    func answer() throws -> SuggestAnswer {
        guard SearchRequest.limits.contains(limit) else {
            throw SearchError.invalid("limit", value: "\(limit)", expected: "a number from 1 to \(SearchRequest.limits.upperBound)")
        }
        let watch = Stopwatch()
        let typed = Tokenizer.words(of: String(text.prefix(QueryParser.maximumLength)))
        var suggestions = try suggestions(for: typed)
        if suggestions.isEmpty, let last = typed.last {
            for corrected in corrections(of: last).prefix(3) where suggestions.count < limit {
                suggestions += try self.suggestions(for: typed.dropLast() + [corrected])
            }
        }
        var seen = Set<String>()
        let distinct = suggestions.filter { seen.insert($0.text.lowercased() + "\u{1F}" + $0.label).inserted }
        return SuggestAnswer(
            generation: session.generationName, tookMilliseconds: watch.milliseconds, text: text, suggestions: Array(distinct.prefix(limit))
        )
    }

    /// A third of the list at most goes to words, as long as there are names to fill the rest.
    private func suggestions(for typed: [String]) throws -> [Suggestion] {
        guard let last = typed.last else { return [] }
        let names = try session.reader.suggestions(prefix: typed.joined(separator: " "), limit: limit).map(Suggestion.init)
        let lead = typed.dropLast().joined(separator: " ")
        let words = words(beginningWith: last).map { word in
            let text = lead.isEmpty ? word : lead + " " + word
            return Suggestion(text: text, kind: .word, label: text, id: nil)
        }
        let share = max(max(1, limit / 3), limit - names.count)
        return words.prefix(share) + names
    }

    /// The words most documents have.
    private func words(beginningWith prefix: String) -> [String] {
        let vocabulary = session.engine.generation.vocabulary
        let range = vocabulary.prefixRange(prefix).prefix(Self.mostWords)
        var best: [(index: Int, count: Int)] = []
        for index in range {
            let count = vocabulary.documentCount(at: index)
            if best.count == limit, let least = best.last, count <= least.count { continue }
            let place = best.firstIndex { $0.count < count } ?? best.count
            best.insert((index, count), at: place)
            if best.count > limit { best.removeLast() }
        }
        return best.map { vocabulary.term(at: $0.index) }.filter { !session.engine.analyzer.isStopWord($0) }
    }

    private func corrections(of word: String) -> [String] {
        session.corrections.completions(of: word)
    }
}

extension Suggestion {
    init(_ stored: StoredSuggestion) {
        let isDocument = DocumentKind(rawValue: stored.kind) != nil && stored.kind != DocumentKind.village.rawValue
        self.init(
            text: stored.text, kind: isDocument ? .document : .place, label: stored.label.isEmpty ? stored.text : stored.label,
            id: stored.id)
    }
}
