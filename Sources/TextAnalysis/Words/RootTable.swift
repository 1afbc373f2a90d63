/// The words an affix may be taken off towards, and the root each stands for.
///
/// An analyser asks for dozens of stems that are no words: a filter of one bit a word answers most of them without
/// hashing a string.
struct RootTable: Sendable {
    struct Entry: Sendable {
        let root: String
        /// Never taken apart.
        let isProtected: Bool
        /// How much more it takes to believe that the word is the inside of another.
        let cost: Int
    }

    private static let bits: UInt64 = 1 << 18
    private var filter = [UInt64](repeating: 0, count: Int(bits) / 64)
    private var entries: [String: Entry] = [:]

    /// A word of several lists is an exception before a root, and a root before all else.
    init(roots: Set<String>, banjarRoots: Set<String>, protected: Set<String>, exceptions: [String: String]) {
        entries.reserveCapacity(roots.count + banjarRoots.count + protected.count + exceptions.count)
        for word in protected { entries[word] = Entry(root: word, isProtected: true, cost: AffixCost.protected) }
        for word in banjarRoots {
            entries[word] = Entry(root: word, isProtected: protected.contains(word), cost: AffixCost.banjarRoot)
        }
        for word in roots { entries[word] = Entry(root: word, isProtected: protected.contains(word), cost: 0) }
        for (word, root) in exceptions { entries[word] = Entry(root: root, isProtected: false, cost: 0) }
        for word in entries.keys {
            let bit = Self.bit(of: word.utf8)
            filter[Int(bit / 64)] |= 1 << (bit % 64)
        }
    }

    subscript(word: String) -> Entry? {
        entries[word]
    }

    /// The entry of a stem given as bytes.
    subscript(stem: some Collection<UInt8>) -> Entry? {
        let bit = Self.bit(of: stem)
        guard filter[Int(bit / 64)] & 1 << (bit % 64) != 0 else { return nil }
        return entries[String(decoding: stem, as: UTF8.self)]
    }

    /// FNV-1a, folded to the size of the filter.
    private static func bit(of letters: some Collection<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for letter in letters {
            hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3
        }
        return (hash ^ hash >> 32) & (bits - 1)
    }
}
