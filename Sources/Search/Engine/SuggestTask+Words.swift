import IndexDefinition
import IndexStore
import TextAnalysis

extension SuggestTask {
    /// So many documents that have the words before, the best first, are read for words to join to them.
    private static let maxDocumentsRead = 100

    /// The words before with words that follow them in a name, though not at once, or in one name only: "tas purun" if
    /// something is called "Tas anyaman purun".
    func joinedWords(_ typed: TypedText) throws -> [Suggestion] {
        guard !typed.endsWord, let prefix = typed.words.last else { return [] }
        let lead = typed.words[typed.start...].dropLast()
        let told = lead.filter(isTold)
        guard !told.isEmpty, told.allSatisfy(session.expansion.isKnown) else { return [] }
        var counts: [String: Int] = [:]
        for document in try documents(with: told, prefix: prefix) {
            for word in Self.words(of: document, following: told, beginningWith: prefix) {
                counts[word, default: 0] += 1
            }
        }
        let words = counts.filter { isTold($0.key) && $0.key != prefix }.sorted {
            ($1.value, $0.key) < ($0.value, $1.key)
        }
        return words.prefix(looked).map {
            Suggestion(word: (typed.words.dropLast() + [$0.key]).joined(separator: " "))
        }
    }

    private func documents(with told: [String], prefix: String) throws -> [StoredDocument] {
        var terms = told.map { MatchTerm([$0], fields: IndexField.calling) }
        // Only documents that have such a word, if it costs little to find them.
        if session.expansion.isRareBeginning(prefix) {
            terms.append(MatchTerm([prefix], isPrefix: true, fields: IndexField.calling))
        }
        let clauses = terms.map { MatchClause(.must, terms: [$0], idf: 1) }
        let query = IndexQuery(
            clauses: clauses, weights: session.engine.weights, order: .score, limit: Self.maxDocumentsRead)
        return try session.index.documents(session.index.match(query).hits.map(\.document))
    }

    /// The words of the document's names that begin so and follow the others, in their order, in the same name.
    private static func words(
        of document: StoredDocument, following lead: [String], beginningWith prefix: String
    ) -> Set<String> {
        var found: Set<String> = []
        for field in IndexField.calling {
            document.withText(of: field) { text in
                text.withUnsafeBufferPointer { bytes in
                    for name in bytes.split(whereSeparator: Tokenizer.endsName) {
                        found.formUnion(words(in: UnsafeBufferPointer(rebasing: name), lead, prefix))
                    }
                }
            }
        }
        return found
    }

    private static func words(in name: UnsafeBufferPointer<UInt8>, _ lead: [String], _ prefix: String) -> [String] {
        Tokenizer.withTokens(of: name) { tokens in
            var rest = tokens.indices
            for word in lead {
                guard let index = rest.first(where: { tokens[$0].elementsEqual(word.utf8) }) else { return [] }
                rest = (index + 1)..<rest.upperBound
            }
            return rest.filter { tokens[$0].starts(with: prefix.utf8) }.map {
                String(decoding: tokens[$0], as: UTF8.self)
            }
        }
    }

    /// Words of any text, if no name begins so: those that most documents have.
    func otherWords(_ typed: TypedText) -> [Suggestion] {
        guard let prefix = typed.words.last, !typed.endsWord, typed.words.count == typed.looseStart + 1 else {
            return []
        }
        return session.index.frequentTerms(withPrefix: prefix, limit: limit).map(\.text)
            .filter { isTold($0) && $0 != prefix }
            .map { Suggestion(word: (typed.words.dropLast() + [$0]).joined(separator: " ")) }
    }
}
