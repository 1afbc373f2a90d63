import TextAnalysis

/// A term that is spelled like a word.
package struct NearTerm: Sendable, Hashable {
    package let term: String
    /// In hundredths of an edit; never 0.
    package let cost: Int
    package let documentCount: Int
}

extension VocabularyFile {
    /// The terms that a misspelled word may stand for, except the word itself, in byte order.
    ///
    ///     vocabulary.terms(near: "sasringan", edits: 1)       // sasirangan, cost 100, in 71 documents
    ///
    /// `edits` is at most 2. `isPrefix` finds terms whose beginning is similar to the word. `sharingFirstLetter`
    /// compares only terms with the same first letter, which is much faster.
    package func terms(near word: String, edits: Int, isPrefix: Bool = false, sharingFirstLetter: Bool = false)
        -> [NearTerm]
    {
        var found: [NearTerm] = []
        TypoSearch(word: word, edits: edits, isPrefix: isPrefix).forEachMatch(
            prefixLengths: UnsafeBufferPointer(start: sharedPrefixLengths.base, count: sharedPrefixLengths.count),
            // The terms are mapped for as long as this object lives.
            term: { index in withTermBytes(at: index) { $0.assumingMemoryBound(to: UInt8.self) } },
            in: sharingFirstLetter ? prefixRange(String(word.prefix(1))) : nil
        ) { index, cost in
            guard cost > 0 else { return }
            found.append(NearTerm(term: term(at: index), cost: cost, documentCount: documentCount(at: index)))
        }
        return found
    }
}
