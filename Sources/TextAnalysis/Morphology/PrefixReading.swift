/// A prefix of a word, and the rest of the word without it.
struct PrefixReading {
    let prefix: Prefix
    /// The rest of the word.
    ///
    /// The first consonant is restored if the prefix replaced it.
    let rest: ArraySlice<UInt8>
    let cost: Int
}

extension PrefixReading {
    /// All prefixes that `word` may begin with.
    ///
    /// Shape: at most six.
    ///
    /// - Complexity: O(1)
    static func all(of word: ArraySlice<UInt8>) -> [PrefixReading] {
        guard word.count > 4, let first = word.first else { return [] }
        let rest = word.dropFirst(2)
        let vowel = word[word.startIndex + 1]
        let cost = AffixCost.affix + (vowel == .a ? AffixCost.banjar : 0)
        switch (first, vowel) {
        case (.m, .e): return nasal(.active, rest, cost)
        case (.m, .a): return nasal(.active, rest, cost) + beforeVowel(.active, rest, cost)
        case (.p, .e), (.p, .a): return nasal(.agent, rest, cost) + liquid(.per, rest, cost, isBanjar: vowel == .a)
        case (.b, .e), (.b, .a): return liquid(.ber, rest, cost, isBanjar: vowel == .a)
        case (.t, .e), (.t, .a): return liquid(.ter, rest, cost, isBanjar: vowel == .a)
        case (.d, .i): return [PrefixReading(prefix: .passive, rest: rest, cost: cost)]
        case (.k, .e), (.k, .a): return [PrefixReading(prefix: .ke, rest: rest, cost: cost)] + person(word)
        case (.k, .u): return person(word)
        case (.s, .e), (.s, .a): return [PrefixReading(prefix: .se, rest: rest, cost: cost)]
        default: return []
        }
    }

    /// Banjar ma- before a vowel, where nothing changes: `maanyam`.
    private static func beforeVowel(_ prefix: Prefix, _ rest: ArraySlice<UInt8>, _ cost: Int) -> [PrefixReading] {
        rest.first?.isVowel == true ? [PrefixReading(prefix: prefix, rest: rest, cost: cost)] : []
    }

    /// The prefixes ku- and kau-.
    private static func person(_ word: ArraySlice<UInt8>) -> [PrefixReading] {
        for length in [2, 3] where word.prefix(length).last == .u {
            return [PrefixReading(prefix: .person, rest: word.dropFirst(length), cost: AffixCost.person)]
        }
        return []
    }

    /// The prefixes ber-, per- and ter-.
    ///
    /// The r is dropped before r, and before a syllable that ends in er (`bekerja`).
    ///
    /// Banjar ba-, pa- and ta- have no r.
    private static func liquid(_ prefix: Prefix, _ rest: ArraySlice<UInt8>, _ cost: Int, isBanjar: Bool)
        -> [PrefixReading]
    {
        guard let first = rest.first else { return [] }
        var readings: [PrefixReading] = []
        if first == .r { readings.append(PrefixReading(prefix: prefix, rest: rest.dropFirst(), cost: cost)) }
        if first == .r || isBanjar || endsFirstSyllableInEr(rest) {
            readings.append(PrefixReading(prefix: prefix, rest: rest, cost: cost))
        }
        return readings
    }

    private static func endsFirstSyllableInEr(_ word: ArraySlice<UInt8>) -> Bool {
        let start = word.startIndex
        return word.count > 3 && !word[start].isVowel && word[start + 1] == .e && word[start + 2] == .r
    }

    /// The prefixes meN- and peN-.
    ///
    /// The nasal replaces an initial k, p, s or t, which is restored here.
    ///
    /// Before other consonants pe- may have no nasal (`petani`).
    private static func nasal(_ prefix: Prefix, _ rest: ArraySlice<UInt8>, _ cost: Int) -> [PrefixReading] {
        guard let first = rest.first, let second = rest.dropFirst().first else { return [] }
        let after = rest.dropFirst()
        var readings: [PrefixReading] = []
        func add(_ rest: ArraySlice<UInt8>, _ extra: Int = 0) {
            readings.append(PrefixReading(prefix: prefix, rest: rest, cost: cost + extra))
        }
        let isBare = prefix == .agent ? !first.isVowel : [.l, .m, .n, .r, .w, .y].contains(first)
        if isBare { add(rest, first == .n && second == .y ? AffixCost.palatal : 0) }
        switch (first, second) {
        case (.m, .b), (.m, .f), (.m, .p), (.m, .v): add(after)
        case (.m, _) where second.isVowel:
            add([.p] + after, AffixCost.restored)
            add([.f] + after, AffixCost.restored)
        case (.n, .c), (.n, .d), (.n, .j), (.n, .s), (.n, .t), (.n, .z): add(after)
        case (.n, _) where second.isVowel: add([.t] + after, AffixCost.restored)
        case (.n, .y): add([.s] + after.dropFirst())
        case (.n, .g): readings += velar(prefix, after.dropFirst(), cost)
        default: break
        }
        return readings
    }

    /// meng- and peng-; menge- and penge- before one syllable; and the informal `pengrajin` for `perajin`.
    private static func velar(_ prefix: Prefix, _ rest: ArraySlice<UInt8>, _ cost: Int) -> [PrefixReading] {
        guard let first = rest.first else { return [] }
        let bare = PrefixReading(prefix: prefix, rest: rest, cost: cost)
        guard first.isVowel else { return [.g, .h, .k, .q, .r, .l, .w].contains(first) ? [bare] : [] }
        var readings = [
            bare, PrefixReading(prefix: prefix, rest: [.k] + rest, cost: cost + AffixCost.restoredBeforeVowel),
        ]
        let syllable = rest.dropFirst()
        if first == .e, syllable.count >= 3, syllable.filter(\.isVowel).count == 1 {
            readings.append(PrefixReading(prefix: prefix, rest: syllable, cost: cost))
        }
        return readings
    }
}
