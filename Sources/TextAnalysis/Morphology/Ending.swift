/// A word without its ending: a particle (-lah), a possessive (-nya) and at most one derivational suffix.
struct Ending {
    let stem: ArraySlice<UInt8>
    let suffix: Suffix
    let cost: Int
}

extension Ending {
    private static let particles = endings([
        ("lah", AffixCost.particle), ("kah", AffixCost.particle), ("tah", AffixCost.particle),
        ("pun", AffixCost.particle),
    ])
    private static let possessives = endings([
        ("ku", AffixCost.particle), ("mu", AffixCost.particle), ("nya", AffixCost.affix),
    ])
    private static let derivational: [(suffix: Suffix, letters: [UInt8], cost: Int)] = [
        (.an, Array("an".utf8), AffixCost.affix), (.i, Array("i".utf8), AffixCost.affix),
        (.kan, Array("kan".utf8), AffixCost.affix),
        (.kan, Array("akan".utf8), AffixCost.affix + AffixCost.banjar),
    ]

    /// All readings of the end of `word`.
    ///
    /// The first is the word without any ending removed.
    ///
    /// Shape: about a dozen at most.
    static func all(of word: ArraySlice<UInt8>) -> [Ending] {
        var open = [(stem: word, cost: 0)]
        for group in [particles, possessives] {
            for (stem, cost) in open {
                for ending in group where stem.count >= ending.letters.count + 3 && stem.hasSuffix(ending.letters) {
                    open.append((stem.dropLast(ending.letters.count), cost + ending.cost))
                }
            }
        }
        return open.flatMap { stem, cost in
            [Ending(stem: stem, suffix: .none, cost: cost)]
                + derivational.compactMap { suffix, letters, own in
                    guard stem.count >= letters.count + 3, stem.hasSuffix(letters) else { return nil }
                    return Ending(stem: stem.dropLast(letters.count), suffix: suffix, cost: cost + own)
                }
        }
    }

    private static func endings(_ list: [(String, Int)]) -> [(letters: [UInt8], cost: Int)] {
        list.map { (Array($0.0.utf8), $0.1) }
    }
}
