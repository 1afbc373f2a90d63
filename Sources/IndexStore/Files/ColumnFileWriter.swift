import Foundation

/// Writes a file of columns that grow side by side, whatever their length, in flat memory: each grows in a scratch file
/// of its own.
final class ColumnFileWriter {
    private struct Column {
        let name: String
        let elementBytes: Int
        let scratch: OutputFile
    }

    let path: String
    private let format: ColumnFileFormat
    private let scratchDirectory: String
    private var columns: [Column] = []

    init(path: String, format: ColumnFileFormat) {
        self.path = path
        self.format = format
        scratchDirectory = (path as NSString).deletingLastPathComponent
    }

    /// Adds a column; columns lie in the file in the order they were added.
    func addColumn<Element: BitwiseCopyable>(_ name: String, of type: Element.Type) throws -> ColumnWriter<Element> {
        ColumnWriter(file: try addRecords(name, bytes: MemoryLayout<Element>.size))
    }

    /// Adds a column of records of the given size, written as raw bytes.
    func addRecords(_ name: String, bytes: Int) throws -> OutputFile {
        let scratch = try OutputFile(scratchIn: scratchDirectory.isEmpty ? "." : scratchDirectory)
        columns.append(Column(name: name, elementBytes: bytes, scratch: scratch))
        return scratch
    }

    /// Writes the file: header, table, columns.
    ///
    /// The caller syncs it to the disk.
    func finish(counts: [Int] = []) throws {
        let output = try OutputFile(path: path)
        let header = UnsafeMutableRawBufferPointer.allocate(
            byteCount: ColumnFileFormat.headerBytes + columns.count * ColumnFileFormat.tableEntryBytes, alignment: 16)
        defer { header.deallocate() }
        header.initializeMemory(as: UInt8.self, repeating: 0)
        try output.append(contentsOf: UnsafeRawBufferPointer(header))
        for (index, column) in columns.enumerated() {
            try output.pad(to: ColumnFileFormat.alignment)
            let entry = ColumnFileFormat.headerBytes + index * ColumnFileFormat.tableEntryBytes
            header.storeBytes(of: ColumnFileFormat.nameBytes(column.name), toByteOffset: entry, as: UInt64.self)
            header.storeBytes(of: UInt32(column.elementBytes), toByteOffset: entry + 8, as: UInt32.self)
            header.storeBytes(of: UInt64(output.count), toByteOffset: entry + 16, as: UInt64.self)
            header.storeBytes(
                of: UInt64(column.scratch.count / column.elementBytes), toByteOffset: entry + 24, as: UInt64.self)
            try output.append(contentsOf: column.scratch)
        }
        try output.flush()
        fill(header, counts: counts, fileBytes: output.count)
        try output.overwrite(UnsafeRawBufferPointer(header), at: 0)
        columns = []
    }

    private func fill(_ header: UnsafeMutableRawBufferPointer, counts: [Int], fileBytes: Int) {
        header.storeBytes(of: ColumnFileFormat.nameBytes(format.magic), toByteOffset: 0, as: UInt64.self)
        header.storeBytes(of: format.version, toByteOffset: 8, as: UInt32.self)
        header.storeBytes(of: UInt32(columns.count), toByteOffset: 12, as: UInt32.self)
        header.storeBytes(of: UInt64(fileBytes), toByteOffset: 16, as: UInt64.self)
        for (index, count) in counts.prefix(ColumnFileFormat.countFields).enumerated() {
            header.storeBytes(of: UInt64(count), toByteOffset: 32 + 8 * index, as: UInt64.self)
        }
        let checksum = ColumnFileFormat.checksum(UnsafeRawBufferPointer(header))
        header.storeBytes(of: checksum, toByteOffset: ColumnFileFormat.checksumOffset, as: UInt64.self)
    }
}

/// One column being written.
struct ColumnWriter<Element: BitwiseCopyable> {
    fileprivate let file: OutputFile

    @inline(__always)
    func append(_ element: Element) throws {
        try file.append(element)
    }

    /// Elements written so far.
    var count: Int { file.count / MemoryLayout<Element>.size }
}

extension ColumnWriter<UInt8> {
    func append(contentsOf bytes: UnsafeRawBufferPointer) throws {
        try file.append(contentsOf: bytes)
    }
}
