/// A short name for bytes: the same for the same bytes, another for others as good as always.
///
/// Source: FNV-1a, 64 bits.
struct Fingerprint: Sendable {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Adds bytes, and a mark that they end there.
    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ 0xFF) &* 0x100_0000_01b3  // no byte of UTF-8
    }

    mutating func add(_ text: String) { add(text.utf8) }

    var text: String { String(hash, radix: 16) }
}
