/// A weighted Damerau-Levenshtein distance that estimates how likely one word is a typing error for another.
///
///     EditDistance.cost("sasringan", "sasirangan", edits: 2)   // 185: two letters exchanged, one left out
///
/// Costs are in hundredths of an edit, over UTF-8 bytes. An edit costs 100. A transposition or an adjacent key costs
/// 85. A similar sound or a doubled letter costs 80. An edit of the first letter costs 20 more, because people rarely
/// mistype it. The cheapest edit costs so much that n + 1 edits never fit the budget for n. Transposed letters are not
/// edited again (optimal string alignment). Source: Damerau, CACM 7 (1964); Wagner and Fischer, JACM 21 (1974).
package enum EditDistance {
    /// The number of edits allowed for a word: 0 up to 3 letters, 1 from 4, 2 from 8.
    ///
    /// A word with a digit, such as a code, allows none.
    package static func allowedEdits(for word: String) -> Int {
        if word.utf8.contains(where: { 0x30...0x39 ~= $0 }) { return 0 }
        let letters = word.unicodeScalars.count
        return letters < 4 ? 0 : letters < 8 ? 1 : 2
    }

    /// The cost of turning one word into the other.
    ///
    /// Returns nil if it needs more than `edits` edits.
    ///
    /// - Complexity: O(n · `edits`), where n is the length of `first`.
    package static func cost(_ first: String, _ second: String, edits: Int) -> Int? {
        cost(Array(first.utf8), second.utf8, edits: edits, isPrefix: false)
    }

    /// If `isPrefix` is true, the lowest cost of turning `first` into any prefix of `second`.
    static func cost(_ first: [UInt8], _ second: some Sequence<UInt8>, edits: Int, isPrefix: Bool) -> Int? {
        var rows = EditRows(word: first, edits: edits)
        var best = rows.cost
        for letter in second {
            guard rows.push(letter) else { return isPrefix ? best : nil }
            if isPrefix, let cost = rows.cost { best = min(best ?? cost, cost) }
        }
        return isPrefix ? best : rows.cost
    }

    /// The maximum cost of `edits` edits, of which one may be at the first letter.
    static func budget(for edits: Int) -> Int {
        edits == 0 ? 0 : 100 * edits + 20
    }
}
