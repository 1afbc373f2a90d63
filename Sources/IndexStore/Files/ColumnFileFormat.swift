import Base

/// What the memory-mapped files have in common: a checked header, then columns of equal-sized elements.
///
/// Layout, all little-endian:
///
///     0   magic, 8 bytes              24  FNV-1a of the header and the table, this field taken as zero
///     8   format version, u32         32  four counts, u64 each; their meaning is the format's
///     12  number of columns, u32      64  table; for each column: name (8 bytes), element size u32, zero u32,
///                                     offset u64, count u64
///     16  bytes of the file, u64      ..  columns, each at a multiple of 64
struct ColumnFileFormat: Sendable {
    static let headerBytes = 64
    static let tableEntryBytes = 32
    static let alignment = 64
    static let maximumColumns = 256
    static let countFields = 4
    static let checksumOffset = 24

    /// Eight ASCII characters.
    let magic: String
    let version: UInt32

    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash = FNV1a()
        hash.add(bytes.assumingMemoryBound(to: UInt8.self))
        return hash.value
    }

    /// The name as eight bytes, filled with zeros.
    static func nameBytes(_ name: String) -> UInt64 {
        var packed: UInt64 = 0
        for (position, byte) in name.utf8.prefix(8).enumerated() { packed |= UInt64(byte) << (8 * UInt64(position)) }
        return packed
    }
}
