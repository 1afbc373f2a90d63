/// One reading of a word: its root, and what it takes to believe it.
struct Derivation: Equatable, Sendable {
    let root: String
    /// Letters of the listed word that was found inside.
    let matched: Int
    /// The sum of `AffixCost` over what was taken off or put back.
    let cost: Int
    /// True for peN- without a suffix: who does it, or what it is done with.
    var isAgent = false

    /// The cheaper reading; then the one whose root explains more of the word; then the alphabet.
    func isBetter(than other: Derivation?) -> Bool {
        guard let other else { return true }
        if cost != other.cost { return cost < other.cost }
        if matched != other.matched { return matched > other.matched }
        return root < other.root
    }
}

/// How much each step of a reading asks for: the rarer it is in the language, the more.
///
/// Chosen by reasoning over pairs of readings of the same word (`mengubah` is `ubah`, not `kubah`; `menyaring` is
/// `saring`, not `nyaring`; `bacalah` is `baca`, not Banjar `ba-` and `celah`), in units of an ordinary affix.
enum AffixCost {
    static let affix = 2
    /// -lah, -kah, -tah, -pun, -ku, -mu: found on few words of a catalog, at the end of many.
    static let particle = 4
    /// -i after a bare root.
    static let bareI = 4
    /// ku-, kau-.
    static let person = 5
    /// A p, t or f put back.
    static let restored = 1
    /// A k put back where the root may as well begin with a vowel.
    static let restoredBeforeVowel = 2
    /// A root that begins with ny, where an s is the rule.
    static let palatal = 1
    /// A root of three letters.
    static let short = 1
    /// A root that is in no list but that of protected words: there to keep affixes off it, not to be found in others.
    static let protected = 4
    /// A root that is in no list but among the words of an index.
    static let unlisted = 4
    /// A root that only Banjar has.
    static let banjarRoot = 2
    /// What only Banjar does: its prefixes, -akan, a for e.
    static let banjar = 6
}
