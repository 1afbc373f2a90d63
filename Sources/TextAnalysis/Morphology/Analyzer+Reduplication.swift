/// Reduplicated words. The tokenizer splits them at the hyphen, and people write them in several ways.
extension Analyzer {
    /// Finds pairs of tokens that form one reduplicated word: `anyam-anyaman`, `sayur-mayur`, `oleh-oleh`.
    ///
    /// Shape: in token order; ranges do not overlap.
    package func reduplications(in tokens: [String]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index + 1 < tokens.count {
            if isDoubled(tokens[index], tokens[index + 1]) {
                found.append(index..<index + 2)
                index += 1
            }
            index += 1
        }
        return found
    }

    /// Expands the written shorthand `2`: `oleh2` is `oleh oleh`, and `anyam2an` is `anyam anyaman`.
    ///
    /// Returns nil for any other token.
    package func expandingReduplication(_ token: String) -> [String]? {
        let parts = token.split(separator: "2", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = parts.first, let ending = parts.last, first.utf8.count > 2 else {
            return nil
        }
        guard token.utf8.filter({ 0x30...0x39 ~= $0 }).count == 1, ["", "an", "nya"].contains(ending) else {
            return nil
        }
        let word = String(first)
        return isKnownWord(word) || isStopWord(word) ? [word, word + ending] : nil
    }

    private func isDoubled(_ first: String, _ second: String) -> Bool {
        guard first.utf8.count > 2, !first.utf8.contains(where: { 0x30...0x39 ~= $0 }) else { return false }
        return first == second || (isKnownWord(first) && root(of: first) == root(of: second))
    }
}
