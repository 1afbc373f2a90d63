import IndexStore

extension VocabularyFile {
    /// A prefix may have very many terms; enough are looked at to tell a rare one from a common one.
    private static let mostPrefixTerms = 256

    /// How many documents a term matches at most: for a phrase those of its rarest word, for a prefix the sum over the
    /// first terms under it.
    func documentCount(of term: MatchTerm) -> Int {
        term.words.enumerated().map { index, word in
            if term.isPrefix, index == term.words.count - 1 {
                return prefixRange(word).prefix(Self.mostPrefixTerms).map { documentCount(at: $0) }.reduce(0, +)
            }
            return self.index(of: word).map { documentCount(at: $0) } ?? 0
        }.min() ?? 0
    }
}
