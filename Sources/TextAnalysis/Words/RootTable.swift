/// The words an affix may be taken off towards, and the root each stands for.
///
/// An analyser asks for dozens of stems that are no words: a filter of one bit a word answers most of them without hashing a string.
struct RootTable: Sendable {
    struct Entry: Sendable {
        let root: String
        /// Never taken apart, and seldom the inside of another word.
        let isProtected: Bool
    }

    private static let bits: UInt64 = 1 << 18
    private var filter = [UInt64](repeating: 0, count: Int(bits) / 64)
    private var entries: [String: Entry] = [:]

    /// Exceptions go before the other lists.
    init(roots: Set<String>, protected: Set<String>, exceptions: [String: String]) {
        entries.reserveCapacity(roots.count + protected.count + exceptions.count)
        for word in roots { entries[word] = Entry(root: word, isProtected: false) }
        for word in protected { entries[word] = Entry(root: word, isProtected: true) }
        for (word, root) in exceptions { entries[word] = Entry(root: root, isProtected: false) }
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
