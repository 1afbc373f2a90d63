/// Removes affixes in every order the language allows, and keeps the cheapest reading that ends at a known root.
struct AffixReader {
    /// Minimum number of letters of a root that is in no list.
    private static let minUnlistedLength = 5

    private let roots: RootTable
    private let isWord: ((String) -> Bool)?
    private var best: Derivation?
    /// The suffix and the outermost prefix of the reading in progress.
    private var suffix = Suffix.none
    private var first: Prefix?

    /// The best reading of an ASCII word.
    ///
    /// Returns nil if the word contains no known root.
    ///
    /// - Parameters:
    ///   - word: The folded word.
    ///   - roots: The listed roots.
    ///   - isWord: Tells which other words may be roots; nil if only listed ones may.
    /// - Returns: The cheapest derivation.
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

    /// Reads a stem after the prefix `outer` was removed.
    ///
    /// `isLicensed` tells whether the suffix may go with the prefixes removed so far.
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
        for reading in PrefixReading.all(of: stem) where outer?.canPrecede(reading.prefix) ?? true {
            if outer == nil { first = reading.prefix }
            let isAllowed = reading.prefix.allows(suffix)
            if outer == nil, !isAllowed, reading.prefix.rejectsOtherSuffixes { continue }
            read(
                reading.rest, suffix, outer: reading.prefix, prefixes: prefixes + 1,
                isLicensed: isAllowed || (outer != nil && isLicensed),
                cost: cost + reading.cost)
        }
    }

    private mutating func consider(_ stem: ArraySlice<UInt8>, cost: Int) {
        if let entry = roots[stem] {
            let short = stem.count == 3 ? AffixCost.short : 0
            keep(Derivation(root: entry.root, matched: stem.count, cost: cost + entry.cost + short))
        } else if cost + AffixCost.banjar <= best?.cost ?? Int.max, let root = indonesianRoot(ofBanjar: stem) {
            keep(Derivation(root: root, matched: stem.count, cost: cost + AffixCost.banjar))
        } else if let isWord, stem.count >= Self.minUnlistedLength, cost > 0,
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

    /// The Indonesian root of a Banjar word that has `a` in place of `e` before the last syllable: `katupat`,
    /// `kambang`.
    ///
    /// Words under six letters are excluded, because too many of them are other words (`kaset`, `Sarah`).
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
