/// Finds the terms of a sorted vocabulary that are within a few edits of a word.
///
///     let search = TypoSearch(word: "sasringan", edits: 2)
///     search.forEachMatch(prefixLengths: lengths, term: bytes) { index, cost in ... }
///
/// The vocabulary is traversed as a trie: `prefixLengths` tells where a subtree ends. Subtrees that cannot match are
/// skipped, eight terms at a time.
package struct TypoSearch: Sendable {
    private let word: [UInt8]
    private let edits: Int
    private let isPrefix: Bool

    /// Creates a search for a word.
    ///
    /// - Parameters:
    ///   - word: A folded word. Words of more than 60 bytes match nothing.
    ///   - edits: The number of edits allowed, see `EditDistance.allowedEdits(for:)`; at most 2.
    ///   - isPrefix: Whether to find terms of which only a prefix matches the word.
    package init(word: String, edits: Int, isPrefix: Bool = false) {
        self.word = Array(word.utf8)
        self.edits = min(edits, 2)
        self.isPrefix = isPrefix
    }

    /// Calls `body` with each matching term and its cost, in vocabulary order.
    ///
    /// The word itself has cost 0.
    ///
    /// - Parameters:
    ///   - prefixLengths: For each term, the number of bytes shared with the preceding term: 0 for the first, at most
    ///     255.
    ///   - term: Returns the bytes of a term.
    ///   - range: The terms to search; nil for all.
    ///   - body: Receives the index and the cost of a term.
    package func forEachMatch(
        prefixLengths: UnsafeBufferPointer<UInt8>, term: (Int) -> UnsafeBufferPointer<UInt8>,
        in range: Range<Int>? = nil,
        _ body: (_ index: Int, _ cost: Int) -> Void
    ) {
        guard !word.isEmpty, word.count <= EditAutomaton.maxLength else { return }
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

    /// Reads the letters of the term that the automaton has not read yet.
    ///
    /// Returns the depth at which no match is possible any more, the length of the term if it was read completely, or
    /// -1 if a prefix of the term matches.
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

    /// The first term after `index` that shares at most `length` bytes with the preceding one, or the count.
    ///
    /// Compares eight lengths at a time: subtracting n from a byte below n borrows from its high bit (Hacker's Delight,
    /// 6-1).
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
