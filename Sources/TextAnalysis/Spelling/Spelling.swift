/// Alternative spellings of a word: old spellings, informal ones, and words joined or split.
package enum Spelling {
    private static let letters = rules(SpellingRules.pairs)
    private static let doubtful = rules(SpellingRules.doubtful)

    /// A key that is equal for all spellings of a word: `tjoekoep` and `cukup`, `masalla` and `masala`.
    ///
    /// Different words may have the same key (`syarat`, `sarat`), so equal keys only give candidates.
    package static func key(of token: String) -> String {
        var bytes = Array(token.utf8)
        for (loose, plain) in letters {
            bytes = replacing(loose, by: plain, in: bytes)
        }
        return String(decoding: undoubled(bytes), as: UTF8.self)
    }

    /// Alternative spellings to look up in a vocabulary, those with fewer changes first.
    ///
    /// Shape: at most 24, without the token itself. Empty for a token with a digit.
    package static func variants(of token: String) -> [String] {
        let bytes = Array(token.utf8)
        guard bytes.count > 2, !bytes.contains(where: { 0x30...0x39 ~= $0 }) else { return [] }
        var found = [bytes]
        var seen: Set<[UInt8]> = [bytes]
        var frontier = found
        for _ in 0..<2 {
            frontier = frontier.flatMap(oneChange).filter { seen.insert($0).inserted }
            found += frontier
        }
        let key = key(of: token)
        let full = Array(key.utf8)
        if seen.insert(full).inserted { found.append(full) }
        return found.dropFirst().prefix(24).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The ways to split one token into two words, longer first words first: `tanahlaut` gives `tanah` and `laut`.
    ///
    /// Both parts have at least three letters.
    package static func splits(of token: String, isWord: (String) -> Bool) -> [(first: String, second: String)] {
        let bytes = Array(token.utf8)
        guard bytes.count >= 6, bytes.allSatisfy({ 0x61...0x7A ~= $0 }) else { return [] }
        return (3...(bytes.count - 3)).reversed().compactMap { length in
            let first = String(decoding: bytes[..<length], as: UTF8.self)
            let second = String(decoding: bytes[length...], as: UTF8.self)
            return isWord(first) && isWord(second) ? (first, second) : nil
        }
    }

    /// All spellings that one rule makes of a word, applied in either direction at all matching positions.
    private static func oneChange(_ word: [UInt8]) -> [[UInt8]] {
        let plain = undoubled(word)
        var changed = plain.count == word.count ? [] : [plain]
        for (loose, plain) in letters {
            if contains(loose, word) { changed.append(replacing(loose, by: plain, in: word)) }
            if contains(plain, word) { changed.append(replacing(plain, by: loose, in: word)) }
        }
        for (loose, plain) in doubtful where contains(loose, word) {
            changed.append(replacing(loose, by: plain, in: word))
        }
        return changed
    }

    private static func rules(_ pairs: [(loose: String, plain: String)]) -> [(loose: [UInt8], plain: [UInt8])] {
        pairs.map { (Array($0.loose.utf8), Array($0.plain.utf8)) }
    }

    private static func undoubled(_ word: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(word.count)
        for byte in word where byte != result.last || 0x30...0x39 ~= byte {
            result.append(byte)
        }
        return result
    }

    private static func replacing(_ old: [UInt8], by new: [UInt8], in word: [UInt8]) -> [UInt8] {
        guard contains(old, word) else { return word }
        var result: [UInt8] = []
        result.reserveCapacity(word.count + 4)
        var index = 0
        while index < word.count {
            if contains(old, word, at: index) {
                result += new
                index += old.count
            } else {
                result.append(word[index])
                index += 1
            }
        }
        return result
    }

    private static func contains(_ letters: [UInt8], _ word: [UInt8]) -> Bool {
        word.indices.contains { contains(letters, word, at: $0) }
    }

    /// Whether the word has the one or two letters at `index`.
    private static func contains(_ letters: [UInt8], _ word: [UInt8], at index: Int) -> Bool {
        guard word[index] == letters[0] else { return false }
        return letters.count == 1 || (index + 1 < word.count && word[index + 1] == letters[1])
    }
}
