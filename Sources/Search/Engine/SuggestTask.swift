import IndexDefinition
import IndexStore
import QueryLanguage
import TextAnalysis

/// Makes suggestions for a text that a person types.
///
/// First words of the catalog that the last word may become, then names of documents and places that begin with the
/// whole text. If nothing begins so, the text is corrected. A word follows those before it only if a document has all
/// of them.
struct SuggestTask {
    /// So many documents that have the words before, the best first, are read for words to join to them.
    private static let maxDocumentsRead = 200
    /// The largest number of words before the last that count.
    private static let longestLead = 8

    let session: SearchSession
    let text: String
    let limit: Int

    func answer() throws -> SuggestAnswer {
        guard SearchRequest.limits.contains(limit) else {
            throw SearchError.invalid(
                "limit", value: "\(limit)", expected: "a number from 1 to \(SearchRequest.limits.upperBound)")
        }
        let watch = Stopwatch()
        let typed = Tokenizer.words(of: String(text.prefix(QueryParser.maximumLength)))
        var suggestions = try suggestions(for: typed)
        if suggestions.isEmpty, let last = typed.last {
            let lead = typed.dropLast().map {
                isContentWord($0) && !session.expansion.isKnown($0)
                    ? session.corrector.bestCorrection(of: $0) ?? $0 : $0
            }
            if lead != typed.dropLast() { suggestions = try self.suggestions(for: lead + [last]) }
            for corrected in corrections(of: last).prefix(3) where suggestions.count < limit {
                suggestions += try self.suggestions(for: lead + [corrected])
            }
        }
        var seen = Set<String>()
        let distinct = suggestions.filter { seen.insert($0.text.lowercased() + "\u{1F}" + $0.label).inserted }
        return SuggestAnswer(
            generation: session.generationName, tookMilliseconds: watch.milliseconds, text: text,
            suggestions: Array(distinct.prefix(limit))
        )
    }

    /// At most a third of the list is words, if there are enough names for the rest.
    private func suggestions(for typed: [String]) throws -> [Suggestion] {
        guard let last = typed.last else { return [] }
        let names = try session.index.suggestions(prefix: typed.joined(separator: " "), limit: limit).map(
            Suggestion.init)
        let lead = Array(typed.dropLast())
        let words =
            try lead.contains(where: isContentWord)
            ? words(beginningWith: last, joinedTo: lead) : words(beginningWith: last)
        let share = max(max(1, limit / 3), limit - names.count)
        let texts = words.prefix(share).map { (lead + [$0]).joined(separator: " ") }
        return texts.map { Suggestion(text: $0, kind: .word, label: $0, id: nil) } + names
    }

    private func isContentWord(_ word: String) -> Bool { !session.engine.analyzer.isStopWord(word) }

    /// Words that documents have together with the words before, the most frequent first.
    private func words(beginningWith prefix: String, joinedTo lead: [String]) throws -> [String] {
        var terms = lead.filter(isContentWord).suffix(Self.longestLead).map {
            MatchTerm([$0], fields: IndexField.calling)
        }
        // Documents that certainly have such a word, if they are quick to find.
        if session.expansion.isRareBeginning(prefix) {
            terms.append(MatchTerm([prefix], isPrefix: true, fields: IndexField.calling))
        }
        let clauses = terms.map { MatchClause(.must, terms: [$0], idf: 1) }
        let query = IndexQuery(
            clauses: clauses, weights: session.engine.weights, order: .score, limit: Self.maxDocumentsRead)
        var counts: [String: Int] = [:]
        for document in try session.index.documents(session.index.match(query).hits.map(\.document)) {
            let words = IndexField.calling.reduce(into: Set<String>()) { words, field in
                document.withText(of: field) { text in
                    words.formUnion(
                        text.withUnsafeBufferPointer { Self.words(beginningWith: Array(prefix.utf8), in: $0) })
                }
            }
            for word in words { counts[word, default: 0] += 1 }
        }
        return counts.filter { !lead.contains($0.key) && isContentWord($0.key) }.sorted {
            ($1.value, $0.key) < ($0.value, $1.key)
        }.map(\.key)
    }

    private static func words(beginningWith prefix: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> [String] {
        Tokenizer.withTokens(of: text) { tokens in
            tokens.indices.filter { tokens[$0].starts(with: prefix) }.map {
                String(decoding: tokens[$0], as: UTF8.self)
            }
        }
    }

    /// The words that the most documents have.
    private func words(beginningWith prefix: String) -> [String] {
        session.index.frequentTerms(withPrefix: prefix, limit: limit).map(\.text)
            .filter { !session.engine.analyzer.isStopWord($0) }
    }

    private func corrections(of word: String) -> [String] {
        session.corrector.completions(of: word)
    }
}

extension Suggestion {
    init(_ stored: StoredSuggestion) {
        let isDocument = DocumentKind(rawValue: stored.kind) != nil && stored.kind != DocumentKind.village.rawValue
        self.init(
            text: stored.text, kind: isDocument ? .document : .place,
            label: stored.label.isEmpty ? stored.text : stored.label,
            id: stored.id)
    }
}
