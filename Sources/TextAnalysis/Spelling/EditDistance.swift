/// Damerau-Levenshtein distance with weights: how likely one word is a mistyped other.
///
///     EditDistance.cost("sasringan", "sasirangan", edits: 2)   // 185: two letters exchanged, one left out
///
/// Counted in hundredths of an edit, over UTF-8 bytes. An edit costs 100; two letters exchanged or a neighbour on the
/// keyboard 85; a letter that sounds alike, or doubled, 80; 20 more at the first letter, which people rarely miss. The
/// cheapest edit is dear enough that a budget for n edits never pays n + 1. Transposed letters are not edited again
/// (optimal string alignment). Source: Damerau, CACM 7 (1964); Wagner and Fischer, JACM 21 (1974).
package enum EditDistance {
    /// How many edits a word may have: none up to 3 letters, 1 from 4, 2 from 8; none in a word with a digit, such as a
    /// code.
    package static func allowedEdits(for word: String) -> Int {
        if word.utf8.contains(where: { 0x30...0x39 ~= $0 }) { return 0 }
        let letters = word.unicodeScalars.count
        return letters < 4 ? 0 : letters < 8 ? 1 : 2
    }

    /// The cost of turning one word into the other, or nil when it needs more than `edits`.
    ///
    /// Complexity: O(length of `first` times `edits`).
    package static func cost(_ first: String, _ second: String, edits: Int) -> Int? {
        cost(Array(first.utf8), second.utf8, edits: edits, isPrefix: false)
    }

    /// `isPrefix`: the least cost of turning `first` into any beginning of `second`.
    static func cost(_ first: [UInt8], _ second: some Sequence<UInt8>, edits: Int, isPrefix: Bool) -> Int? {
        var rows = EditRows(word: first, edits: edits)
        var best = rows.cost
        for letter in second {
            guard rows.push(letter) else { return isPrefix ? best : nil }
            if isPrefix, let cost = rows.cost { best = min(best ?? cost, cost) }
        }
        return isPrefix ? best : rows.cost
    }

    /// What `edits` edits may cost: one of them may be at the first letter.
    static func budget(for edits: Int) -> Int {
        edits == 0 ? 0 : 100 * edits + 20
    }
}
