/// Takes affixes off a word in every order the language allows and keeps the best reading that ends at a listed word.
struct AffixReader {
    private let lists: WordLists
    private var best: Derivation?

    /// The best reading of an ASCII word, or nil when no listed word is found inside.
    static func best(in word: String, lists: WordLists) -> Derivation? {
        var reader = AffixReader(lists: lists)
        for ending in Ending.all(of: ArraySlice(word.utf8)) {
            reader.read(ending.stem, ending.suffix, prefixes: [], isLicensed: ending.suffix == .none, cost: ending.cost)
        }
        return reader.best
    }

    private init(lists: WordLists) {
        self.lists = lists
    }

    /// `isLicensed`: the suffix goes with the prefixes taken off so far.
    private mutating func read(_ stem: ArraySlice<UInt8>, _ suffix: Suffix, prefixes: [Prefix], isLicensed: Bool, cost: Int) {
        guard stem.count >= 3 else { return }
        if prefixes.isEmpty {
            consider(stem, cost: cost + (suffix == .i ? AffixCost.bareI : 0))
        } else if isLicensed {
            consider(stem, cost: cost)
        }
        guard prefixes.count < 3 else { return }
        for reading in PrefixReading.all(of: stem) where prefixes.last?.admits(reading.prefix) ?? true {
            let goes = reading.prefix.goes(with: suffix)
            if prefixes.isEmpty, !goes, reading.prefix.isStrict { continue }
            read(
                reading.rest, suffix, prefixes: prefixes + [reading.prefix], isLicensed: goes || (!prefixes.isEmpty && isLicensed),
                cost: cost + reading.cost)
        }
    }

    private mutating func consider(_ stem: ArraySlice<UInt8>, cost: Int) {
        let word = String(decoding: stem, as: UTF8.self)
        if let root = lists.root(word) {
            let extra = cost > 0 && lists.protected.contains(word) ? AffixCost.protected : 0
            keep(Derivation(root: root, matched: stem.count, cost: cost + extra))
        } else if let root = indonesianRoot(ofBanjar: stem) {
            keep(Derivation(root: root, matched: stem.count, cost: cost + AffixCost.banjar))
        }
    }

    private mutating func keep(_ derivation: Derivation) {
        if derivation.isBetter(than: best) { best = derivation }
    }

    /// The Indonesian root with an e where Banjar says a, before the last syllable: `katupat`, `kambang`.
    private func indonesianRoot(ofBanjar stem: ArraySlice<UInt8>) -> String? {
        guard stem.count >= 5 else { return nil }
        var letters = Array(stem)
        for index in 1..<(letters.count - 2) where letters[index] == .a && !letters[index + 1].isVowel {
            letters[index] = .e
            if let root = lists.root(String(decoding: letters, as: UTF8.self)) { return root }
            letters[index] = .a
        }
        return nil
    }
}
