import Base

/// A number that stands for the content of a row: equal content, equal number, on every machine and in every release.
///
/// Source: FNV-1a with 64 bits (draft-eastlake-fnv), over the fields that are not null, in the table's order: the
/// column's name, one byte for the type (1 text, 2 integer, 3 real), then the value (text: its length in bytes as 8
/// bytes, then UTF-8; integer: 8 bytes; real: its bit pattern as 8 bytes, -0 taken for 0), little-endian. The mixer of
/// SplitMix64 ends it, so that sums of hashes spread as well as the hashes. A column added later leaves the hash of
/// rows that have nothing in it as it was.
package struct ContentHash {
    private var state = FNV1a()

    mutating func add(bytes: UnsafeBufferPointer<UInt8>) {
        state.add(bytes)
    }

    mutating func add(byte: UInt8) {
        state.add(byte)
    }

    mutating func add(word: UInt64) {
        withUnsafeBytes(of: word.littleEndian) { add(bytes: $0.assumingMemoryBound(to: UInt8.self)) }
    }

    mutating func add(column: String, text: String) {
        add(text: column)
        add(byte: 1)
        add(word: UInt64(text.utf8.count))
        add(text: text)
    }

    mutating func add(column: String, integer: Int64) {
        add(text: column)
        add(byte: 2)
        add(word: UInt64(bitPattern: integer))
    }

    mutating func add(column: String, real: Double) {
        add(text: column)
        add(byte: 3)
        add(word: real == 0 ? 0 : real.bitPattern)
    }

    private mutating func add(text: String) {
        var text = text
        text.withUTF8 { add(bytes: $0) }
    }

    /// The hash of all that was added.
    var value: Int64 {
        var mixed = state.value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int64(bitPattern: mixed ^ (mixed >> 31))
    }
}
