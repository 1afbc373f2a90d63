import IndexDefinition

/// Writes `documents.bin`, document by document in ordinal order, in flat memory.
///
///     let writer = try DocumentsWriter(path: directory + "/documents.bin")
///     for draft in drafts { try writer.append(id: draft.id, name: draft.name, texts: draft.texts, body: draft.body) }
///     try writer.finish()
final class DocumentsWriter {
    private let file: ColumnFileWriter
    private let bytes: ColumnWriter<UInt8>
    private let offsets: ColumnWriter<UInt64>
    private(set) var count = 0

    init(path: String) throws {
        file = ColumnFileWriter(path: path, format: DocumentsFormat.file)
        offsets = try file.addColumn(DocumentsFormat.Column.offsets, of: UInt64.self)
        bytes = try file.addColumn(DocumentsFormat.Column.bytes, of: UInt8.self)
    }

    /// Appends the next document.
    ///
    /// - Throws: if it has not one text for each field, or a part is beyond 4 GB.
    func append(id: String, name: String, texts: [String], body: String) throws {
        let parts = [id, name] + texts + [body]
        guard parts.count == DocumentsFormat.Part.count else {
            throw IndexStoreError.unexpectedCount(
                "texts of '\(id)'", expected: IndexField.allCases.count, found: texts.count)
        }
        try offsets.append(UInt64(bytes.count))
        for part in parts {
            guard let length = UInt32(exactly: part.utf8.count) else {
                throw IndexStoreError.tooLarge("bytes of '\(id)'", part.utf8.count, limit: Int(UInt32.max))
            }
            try withUnsafeBytes(of: length.littleEndian) { try bytes.append(contentsOf: $0) }
        }
        for var part in parts { try part.withUTF8 { try bytes.append(contentsOf: UnsafeRawBufferPointer($0)) } }
        count += 1
    }

    func finish() throws {
        try offsets.append(UInt64(bytes.count))
        try file.finish(counts: [count])
    }
}
