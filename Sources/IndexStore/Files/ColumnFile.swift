/// A mapped file of columns whose header and table have been checked, so that no column reaches beyond the file.
final class ColumnFile: Sendable {
    private struct Entry {
        let name: UInt64
        let elementBytes: Int
        let offset: Int
        let count: Int
    }

    let file: MappedFile
    /// The four counts of the header.
    let counts: [Int]
    private let entries: [Entry]

    /// - Throws: `.data` if the header, the table or the length of the file is not what this format's must be.
    init(path: String, format: ColumnFileFormat) throws {
        file = try MappedFile(path: path)
        let bytes = file.bytes
        guard bytes.count >= ColumnFileFormat.headerBytes else {
            throw IndexStoreError.damaged(path, "it ends within its header")
        }
        guard bytes.load(as: UInt64.self) == ColumnFileFormat.nameBytes(format.magic) else {
            throw IndexStoreError.damaged(path, "it does not begin with '\(format.magic)'")
        }
        let version = bytes.load(fromByteOffset: 8, as: UInt32.self)
        guard version == format.version else {
            throw IndexStoreError.newerFormat(path, found: Int(version), known: Int(format.version))
        }
        let columns = Int(bytes.load(fromByteOffset: 12, as: UInt32.self))
        let headerBytes = ColumnFileFormat.headerBytes + columns * ColumnFileFormat.tableEntryBytes
        guard columns <= ColumnFileFormat.maximumColumns, headerBytes <= bytes.count else {
            throw IndexStoreError.damaged(path, "its header speaks of \(columns) columns")
        }
        try Self.check(header: UnsafeRawBufferPointer(rebasing: bytes[..<headerBytes]), of: bytes.count, path: path)
        counts = try (0..<ColumnFileFormat.countFields).map { index in
            let count = bytes.load(fromByteOffset: 32 + 8 * index, as: UInt64.self)
            guard let count = Int(exactly: count) else { throw IndexStoreError.damaged(path, "it counts \(count)") }
            return count
        }
        entries = try (0..<columns).map { try Self.entry($0, in: bytes, path: path) }
    }

    private static func check(header: UnsafeRawBufferPointer, of fileBytes: Int, path: String) throws {
        let stated = header.load(fromByteOffset: 16, as: UInt64.self)
        guard stated == UInt64(fileBytes) else {
            throw IndexStoreError.damaged(path, "it has \(fileBytes) bytes, its header says \(stated)")
        }
        var copy = Array(header)
        copy.replaceSubrange(
            ColumnFileFormat.checksumOffset..<ColumnFileFormat.checksumOffset + 8, with: repeatElement(0, count: 8))
        let checksum = copy.withUnsafeBytes(ColumnFileFormat.checksum)
        guard checksum == header.load(fromByteOffset: ColumnFileFormat.checksumOffset, as: UInt64.self) else {
            throw IndexStoreError.damaged(path, "its header does not match its checksum")
        }
    }

    private static func entry(_ index: Int, in bytes: UnsafeRawBufferPointer, path: String) throws -> Entry {
        let base = ColumnFileFormat.headerBytes + index * ColumnFileFormat.tableEntryBytes
        let elementBytes = UInt64(bytes.load(fromByteOffset: base + 8, as: UInt32.self))
        let offset = bytes.load(fromByteOffset: base + 16, as: UInt64.self)
        let count = bytes.load(fromByteOffset: base + 24, as: UInt64.self)
        let (length, overflow) = count.multipliedReportingOverflow(by: elementBytes)
        let fits = !overflow && offset <= UInt64(bytes.count) && length <= UInt64(bytes.count) - offset
        guard fits, elementBytes > 0, offset % UInt64(ColumnFileFormat.alignment) == 0 else {
            throw IndexStoreError.damaged(path, "column \(index + 1) lies outside it")
        }
        return Entry(
            name: bytes.load(fromByteOffset: base, as: UInt64.self), elementBytes: Int(elementBytes),
            offset: Int(offset), count: Int(count)
        )
    }

    /// A column of the given type, with the number of elements it must have, if that is known.
    func column<Element: BitwiseCopyable>(_ name: String, of type: Element.Type, count: Int? = nil) throws -> Column<
        Element
    > {
        let records = try self.records(name, bytes: MemoryLayout<Element>.size, count: count)
        return Column(records.assumingMemoryBound(to: Element.self), count: try self.count(of: name))
    }

    /// The first byte of a column of records of the given size.
    func records(_ name: String, bytes: Int, count: Int? = nil) throws -> UnsafeRawPointer {
        guard let entry = entries.first(where: { $0.name == ColumnFileFormat.nameBytes(name) }) else {
            throw IndexStoreError.damaged(file.path, "column '\(name)' is missing")
        }
        guard entry.elementBytes == bytes, count == nil || entry.count == count, let base = file.bytes.baseAddress
        else {
            throw IndexStoreError.damaged(
                file.path, "column '\(name)' has \(entry.count) elements of \(entry.elementBytes) bytes")
        }
        return base + entry.offset
    }

    /// True if the file has a column of this name.
    func has(_ name: String) -> Bool {
        entries.contains { $0.name == ColumnFileFormat.nameBytes(name) }
    }

    func count(of name: String) throws -> Int {
        guard let entry = entries.first(where: { $0.name == ColumnFileFormat.nameBytes(name) }) else {
            throw IndexStoreError.damaged(file.path, "column '\(name)' is missing")
        }
        return entry.count
    }
}
