/// The 64-bit FNV-1a hash: fast, the same on every machine, and not collision-resistant.
///
///     var hash = FNV1a()
///     hash.add("purun".utf8)
///     hash.value
///
/// Use it for checksums and change detection, but not if somebody could profit from a collision.
/// Source: RFC 9923 (Fowler, Noll and Vo).
package struct FNV1a: Hashable, Sendable {
    @usableFromInline package static let offsetBasis: UInt64 = 0xCBF2_9CE4_8422_2325
    @usableFromInline package static let prime: UInt64 = 0x0000_0100_0000_01B3

    /// The hash of all bytes added so far.
    package var value: UInt64

    /// Creates the hash of no bytes.
    @inlinable
    package init() { value = Self.offsetBasis }

    /// Adds a byte.
    @inlinable
    package mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* Self.prime
    }

    /// Adds bytes.
    @inlinable
    package mutating func add(_ bytes: some Sequence<UInt8>) {
        var running = value
        for byte in bytes { running = (running ^ UInt64(byte)) &* Self.prime }
        value = running
    }

    /// The same for bytes in memory: hot paths use it, because it is fast in a debug build as well.
    @inlinable
    package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        var running = value
        for index in 0..<bytes.count { running = (running ^ UInt64(bytes[index])) &* Self.prime }
        value = running
    }

    /// Adds a text and a separator, so that ("ab", "c") and ("a", "bc") have different hashes.
    ///
    /// The separator is 0xFF, a byte that no UTF-8 text contains.
    @inlinable
    package mutating func addField(_ text: String) {
        add(text.utf8)
        add(0xFF as UInt8)
    }
}
