import TextAnalysis

extension VocabularyFile {
    /// The terms that a misspelled word may stand for, except the word itself, in byte order.
    ///
    ///     vocabulary.terms(near: "sasringan", edits: 1)       // sasirangan, cost 100, in 71 documents
    ///
    /// `edits` is at most 2. `isPrefix` finds terms whose beginning is similar to the word. `sharingFirstLetter`
    /// compares only terms with the same first letter, which is much faster.
    func terms(near word: String, edits: Int, isPrefix: Bool = false, sharingFirstLetter: Bool = false)
        -> [IndexTerm]
    {
        var found: [IndexTerm] = []
        TypoSearch(word: word, edits: edits, isPrefix: isPrefix).forEachMatch(
            prefixLengths: UnsafeBufferPointer(start: sharedPrefixLengths.base, count: sharedPrefixLengths.count),
            // The terms are mapped for as long as this object lives.
            term: { index in withTermBytes(at: index) { $0.assumingMemoryBound(to: UInt8.self) } },
            in: sharingFirstLetter ? prefixRange(String(word.prefix(1))) : nil
        ) { index, cost in
            guard cost > 0 else { return }
            found.append(IndexTerm(text: term(at: index), documentCount: documentCount(at: index), cost: cost))
        }
        return found
    }
}
