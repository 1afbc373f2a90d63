/// Takes affixes off a word in every order the language allows and keeps the best reading that ends at a listed word.
struct AffixReader {
    /// A word of no list is believed to be a root from this many letters.
    private static let shortestUnlisted = 5

    private let roots: RootTable
    private let isWord: ((String) -> Bool)?
    private var best: Derivation?
    /// The suffix and the first prefix of the reading at hand.
    private var suffix = Suffix.none
    private var first: Prefix?

    /// The best reading of an ASCII word, or nil when no listed word is found inside.
    ///
    /// - Parameter isWord: words that may be roots besides those listed.
    static func best(in word: String, roots: RootTable, besides isWord: ((String) -> Bool)? = nil) -> Derivation? {
        var reader = AffixReader(roots: roots, isWord: isWord)
        for ending in Ending.all(of: ArraySlice(word.utf8)) {
            reader.suffix = ending.suffix
            reader.read(
                ending.stem, ending.suffix, outer: nil, prefixes: 0, isLicensed: ending.suffix == .none,
                cost: ending.cost)
        }
        return reader.best
    }

    private init(roots: RootTable, isWord: ((String) -> Bool)?) {
        self.roots = roots
        self.isWord = isWord
    }

    /// Reads a stem from which the prefix `outer` was taken last.
    ///
    /// `isLicensed`: the suffix goes with the prefixes taken off so far.
    private mutating func read(
        _ stem: ArraySlice<UInt8>, _ suffix: Suffix, outer: Prefix?, prefixes: Int, isLicensed: Bool, cost: Int
    ) {
        guard stem.count >= 3, cost <= best?.cost ?? Int.max else { return }
        if outer == nil {
            first = nil
            consider(stem, cost: cost + (suffix == .i ? AffixCost.bareI : 0))
        } else if isLicensed {
            consider(stem, cost: cost)
        }
        guard prefixes < 3 else { return }
        for reading in PrefixReading.all(of: stem) where outer?.admits(reading.prefix) ?? true {
            if outer == nil { first = reading.prefix }
            let goes = reading.prefix.goes(with: suffix)
            if outer == nil, !goes, reading.prefix.isStrict { continue }
            read(
                reading.rest, suffix, outer: reading.prefix, prefixes: prefixes + 1,
                isLicensed: goes || (outer != nil && isLicensed),
                cost: cost + reading.cost)
        }
    }

    private mutating func consider(_ stem: ArraySlice<UInt8>, cost: Int) {
        if let entry = roots[stem] {
            let short = stem.count == 3 ? AffixCost.short : 0
            keep(Derivation(root: entry.root, matched: stem.count, cost: cost + entry.cost + short))
        } else if cost + AffixCost.banjar <= best?.cost ?? Int.max, let root = indonesianRoot(ofBanjar: stem) {
            keep(Derivation(root: root, matched: stem.count, cost: cost + AffixCost.banjar))
        } else if let isWord, stem.count >= Self.shortestUnlisted, cost > 0,
            cost + AffixCost.unlisted <= best?.cost ?? Int.max
        {
            let word = String(decoding: stem, as: UTF8.self)
            if isWord(word) { keep(Derivation(root: word, matched: stem.count, cost: cost + AffixCost.unlisted)) }
        }
    }

    private mutating func keep(_ derivation: Derivation) {
        guard derivation.isBetter(than: best) else { return }
        best = derivation
        best?.isAgent = first == .agent && suffix == .none
    }

    /// The Indonesian root with an e where Banjar says a, before the last syllable: `katupat`, `kambang`.
    ///
    /// Only from six letters: among shorter words too many are something else (`kaset`, `Sarah`).
    private func indonesianRoot(ofBanjar stem: ArraySlice<UInt8>) -> String? {
        guard stem.count >= 6 else { return nil }
        var letters = Array(stem)
        for index in 1..<(letters.count - 2) where letters[index] == .a && !letters[index + 1].isVowel {
            letters[index] = .e
            if let entry = roots[letters] { return entry.root }
            letters[index] = .a
        }
        return nil
    }
}
