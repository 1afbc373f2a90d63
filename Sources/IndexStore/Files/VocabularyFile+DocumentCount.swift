extension VocabularyFile {
    /// A prefix may have very many terms; this many are enough to tell a rare prefix from a common one.
    private static let maxPrefixTerms = 256

    /// The number of documents that have a term, at most.
    ///
    /// For a phrase it is the count of its rarest word, for a prefix the sum over its first 256 terms.
    func documentCount(of term: MatchTerm) -> Int {
        term.words.enumerated().map { index, word in
            if term.isPrefix, index == term.words.count - 1 {
                return prefixRange(word).prefix(Self.maxPrefixTerms).map { documentCount(at: $0) }.reduce(0, +)
            }
            return self.index(of: word).map { documentCount(at: $0) } ?? 0
        }.min() ?? 0
    }

    /// The number of documents with a term of the clause; at most, because a document with several counts as often.
    func documentCount(of clause: MatchClause) -> Int {
        clause.terms.map { documentCount(of: $0) }.reduce(0, +)
    }
}
