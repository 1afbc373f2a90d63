/// A reading of a word as a root with affixes.
struct Derivation: Equatable, Sendable {
    let root: String
    /// Number of letters of the listed word that was found.
    let matched: Int
    /// Sum of the `AffixCost` of every affix removed and letter restored.
    let cost: Int
    /// Whether the word is peN- and a root without suffix: a person who does something, or a tool.
    var isAgent = false

    /// Orders readings by lower cost, then by longer match, then alphabetically by root.
    func isBetter(than other: Derivation?) -> Bool {
        guard let other else { return true }
        if cost != other.cost { return cost < other.cost }
        if matched != other.matched { return matched > other.matched }
        return root < other.root
    }
}

/// Costs of the steps of a reading, in half affixes.
///
/// Rare steps cost more.
///
/// The costs were chosen so that the right one of two readings wins: `mengubah` is `ubah`, not `kubah`; `menyaring` is
/// `saring`, not `nyaring`; `bacalah` is `baca`, not Banjar `ba-` and `celah`.
enum AffixCost {
    static let affix = 2
    /// -lah, -kah, -tah, -pun, -ku, -mu: rare in a catalog, and many words end in these letters.
    static let particle = 4
    /// -i after a root without prefix.
    static let bareI = 4
    /// ku-, kau-.
    static let person = 5
    /// A restored p, t or f.
    static let restored = 1
    /// A restored k before a vowel.
    ///
    /// The root may also begin with the vowel.
    static let restoredBeforeVowel = 2
    /// A root that begins with ny.
    ///
    /// Usually ny stands for s.
    static let palatal = 1
    /// A root of three letters.
    static let short = 1
    /// A root that is listed only as protected.
    ///
    /// Such words should rarely be found inside others.
    static let protected = 4
    /// A root that is in no list, only in the vocabulary of the index.
    static let unlisted = 4
    /// A root that exists in Banjar only.
    static let banjarRoot = 2
    /// A Banjar form: its prefixes, -akan, a in place of e.
    static let banjar = 6
}
