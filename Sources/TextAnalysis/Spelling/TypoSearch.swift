/// Finds the terms of a sorted vocabulary that a word may be a mistyping of, walking it as the trie it stands for.
///
///     let search = TypoSearch(word: "sasringan", edits: 2)
///     search.forEachMatch(prefixLengths: lengths, term: bytes) { index, cost in ... }
///
/// Complexity: a few nanoseconds for each trie node within reach; subtrees out of reach are passed over at the speed of
/// reading one byte a term.
package struct TypoSearch: Sendable {
    private let word: [UInt8]
    private let edits: Int
    private let isPrefix: Bool

    /// - Parameters:
    ///   - word: words longer than 60 bytes have no typos.
    ///   - edits: as `EditDistance.allowedEdits(for:)` says, or fewer; at most 2.
    ///   - isPrefix: finds the terms that begin with something like the word.
    package init(word: String, edits: Int, isPrefix: Bool = false) {
        self.word = Array(word.utf8)
        self.edits = min(edits, 2)
        self.isPrefix = isPrefix
    }

    /// Calls `body` with each term within the budget, in the order of the vocabulary, and its cost: 0 for the word
    /// itself.
    ///
    /// - Parameters:
    ///   - prefixLengths: for each term, how many bytes it shares with the one before; 0 for the first, at most 255.
    ///   - term: the bytes of a term.
    ///   - range: which terms are looked at; nil: all.
    package func forEachMatch(
        prefixLengths: UnsafeBufferPointer<UInt8>, term: (Int) -> UnsafeBufferPointer<UInt8>,
        in range: Range<Int>? = nil,
        _ body: (_ index: Int, _ cost: Int) -> Void
    ) {
        guard !word.isEmpty, word.count <= EditAutomaton.longestWord else { return }
        EditAutomaton.with(word: word, edits: edits) { automaton in
            let range = range ?? 0..<prefixLengths.count
            var index = range.lowerBound
            while index < range.upperBound {
                automaton.pop(to: min(Int(prefixLengths[index]), automaton.depth))
                let letters = term(index)
                let end = walk(&automaton, along: letters)
                if end == letters.count ? automaton.isMatch : end < 0, let cost = cost(of: letters) {
                    body(index, cost)
                }
                let reached = automaton.depth
                index =
                    end < 0 || end == letters.count
                    ? index + 1 : Self.firstIndex(sharing: reached, in: prefixLengths, after: index)
            }
        }
    }

    /// Reads the letters that the automaton has not read yet; the depth at which nothing can match any more, the length
    /// of the term, or -1 where the beginning of the term matches already.
    @inline(__always)
    private func walk(_ automaton: inout EditAutomaton, along letters: UnsafeBufferPointer<UInt8>) -> Int {
        while automaton.depth < letters.count {
            if isPrefix, automaton.isMatch { return -1 }
            guard automaton.push(letters[automaton.depth]) else { return automaton.depth }
        }
        return letters.count
    }

    private func cost(of letters: UnsafeBufferPointer<UInt8>) -> Int? {
        EditDistance.cost(word, letters, edits: edits, isPrefix: isPrefix)
    }

    /// The first term after `index` that shares at most `length` bytes with the one before it, or the count.
    ///
    /// Eight lengths at a time: a byte below n borrows its high bit when n is taken from each (Hacker's Delight, 6-1).
    @inline(__always)
    private static func firstIndex(sharing length: Int, in lengths: UnsafeBufferPointer<UInt8>, after index: Int) -> Int
    {
        let bytes = UnsafeRawBufferPointer(lengths)
        let limits = 0x0101_0101_0101_0101 &* UInt64(length + 1)
        var next = index + 1
        while next + 8 <= lengths.count {
            let block = bytes.loadUnaligned(fromByteOffset: next, as: UInt64.self)
            if (block &- limits) & ~block & 0x8080_8080_8080_8080 != 0 { break }
            next += 8
        }
        while next < lengths.count, Int(lengths[next]) > length { next += 1 }
        return next
    }
}
