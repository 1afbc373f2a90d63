import Base

/// The listed words with their roots.
///
/// The analyzer looks up many stems that are not words. A Bloom filter with one hash rejects most of them without
/// creating a string.
struct RootTable: Sendable {
    struct Entry: Sendable {
        let root: String
        /// Whether affixes must not be removed from the word.
        let isProtected: Bool
        /// The extra cost of finding the word inside another one.
        let cost: Int
    }

    private static let bits: UInt64 = 1 << 18
    private var filter = [UInt64](repeating: 0, count: Int(bits) / 64)
    private var entries: [String: Entry] = [:]

    /// Merges the lists.
    ///
    /// Exceptions override roots, and roots override the other lists.
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
    ///
    /// Returns nil if the stem is not listed.
    subscript(stem: some Collection<UInt8>) -> Entry? {
        let bit = Self.bit(of: stem)
        guard filter[Int(bit / 64)] & 1 << (bit % 64) != 0 else { return nil }
        return entries[String(decoding: stem, as: UTF8.self)]
    }

    /// The bit of a word in the filter.
    private static func bit(of letters: some Collection<UInt8>) -> UInt64 {
        var hash = FNV1a()
        hash.add(letters)
        return (hash.value ^ hash.value >> 32) & (bits - 1)
    }
}
