/// The names of the two columns in which a file keeps strings.
struct StringColumnNames {
    let bytes: String
    let offsets: String
}

/// Writes strings into two columns of a file: their bytes, and where each begins.
final class StringColumnWriter {
    private let bytes: ColumnWriter<UInt8>
    private let offsets: ColumnWriter<UInt32>
    /// Strings appended so far.
    private(set) var count = 0

    init(_ file: ColumnFileWriter, _ names: StringColumnNames) throws {
        bytes = try file.addColumn(names.bytes, of: UInt8.self)
        offsets = try file.addColumn(names.offsets, of: UInt32.self)
    }

    func append(_ string: String) throws {
        var string = string
        try string.withUTF8 { try append(UnsafeRawBufferPointer($0)) }
    }

    func append(_ string: UnsafeRawBufferPointer) throws {
        guard bytes.count + string.count < Int(UInt32.max) else {
            throw IndexStoreError.tooLarge("bytes of strings", bytes.count + string.count, limit: Int(UInt32.max))
        }
        try offsets.append(UInt32(bytes.count))
        try bytes.append(contentsOf: string)
        count += 1
    }

    /// Appends the offset that ends the last string.
    func finish() throws {
        try offsets.append(UInt32(bytes.count))
    }
}
