import IndexDefinition
import IndexStore
import QueryLanguage
import TextAnalysis

/// Suggestions for what is being typed: words of the catalog that the last word may become, then names of documents and places that begin
/// with the whole text; corrected where nothing begins so. A word is joined to those before it where something is
/// called by them all.
struct SuggestTask {
    /// A prefix that more words begin with says too little to choose among them all.
    private static let mostWords = 20_000
    /// So many words, those that most documents have, are tried beside the words before them.
    private static let mostTried = 30
    /// What a thing is called by: where it lies is suggested as a place.
    private static let callingFields: Set<IndexField> = [.name, .otherNames, .commodity]

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
            let lead = typed.dropLast().map { isTold($0) && !session.expansion.isKnown($0) ? session.corrections.best(for: $0) ?? $0 : $0 }
            if lead != typed.dropLast() { suggestions = try self.suggestions(for: lead + [last]) }
            for corrected in corrections(of: last).prefix(3) where suggestions.count < limit {
                suggestions += try self.suggestions(for: lead + [corrected])
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
        let lead = Array(typed.dropLast())
        let words = try lead.isEmpty ? words(beginningWith: last, most: limit) : joined(words(beginningWith: last, most: Self.mostTried), to: lead)
        let share = max(max(1, limit / 3), limit - names.count)
        let texts = words.prefix(share).map { (lead + [$0]).joined(separator: " ") }
        return texts.map { Suggestion(text: $0, kind: .word, label: $0, id: nil) } + names
    }

    private func isTold(_ word: String) -> Bool { !session.engine.analyzer.isStopWord(word) }

    /// Those of the words that something is called by together with the lead, and first those that most things are.
    private func joined(_ words: [String], to lead: [String]) throws -> [String] {
        let told = lead.filter(isTold)
        guard !told.isEmpty else { return words }
        let counted = try words.filter { !lead.contains($0) }.map { word in
            let clauses = (told + [word]).map { MatchClause(.must, terms: [MatchTerm([$0], fields: Self.callingFields)], idf: 0) }
            return (word: word, count: try session.reader.match(MatchRequest(clauses: clauses, order: .id, limit: 0)).total)
        }
        return counted.filter { $0.count > 0 }.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element.word)
    }

    /// The words most documents have.
    private func words(beginningWith prefix: String, most limit: Int) -> [String] {
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
