import Base
import IndexDefinition

/// `documents.bin`, mapped: what an answer shows of every document.
///
/// Ordinals are 0..<count, and ids ascend with them, byte by byte: the documents are their own index of ids.
final class DocumentsFile: Sendable {
    private let file: ColumnFile
    let count: Int
    private let bytes: Column<UInt8>
    private let offsets: Column<UInt64>

    /// - Throws: `.data` if the file is damaged or of another format, `.inputOutput` if it cannot be read.
    init(path: String) throws {
        let file = try ColumnFile(path: path, format: DocumentsFormat.file)
        guard file.counts[0] < Int(UInt32.max) else {
            throw IndexStoreError.damaged(path, "it counts \(file.counts[0]) documents")
        }
        self.file = file
        count = file.counts[0]
        bytes = try file.column(DocumentsFormat.Column.bytes, of: UInt8.self)
        offsets = try file.column(DocumentsFormat.Column.offsets, of: UInt64.self, count: count + 1)
    }

    /// The record of an ordinal in 0..<count.
    ///
    /// - Throws: `.data` if it is not as long as its parts together.
    func record(at ordinal: Int) throws -> DocumentRecord {
        let (start, end) = (offsets[ordinal], offsets[ordinal + 1])
        guard start <= end, end <= UInt64(bytes.count),
            let record = DocumentRecord(
                UnsafeRawBufferPointer(start: bytes.base + Int(start), count: Int(end - start)), of: self)
        else {
            throw IndexStoreError.damaged(
                file.file.path, "the record of document \(ordinal) is not as long as its parts")
        }
        return record
    }

    /// The first ordinal whose id does not come before `id`, byte by byte; `count` if all do.
    ///
    /// - Complexity: O(log `count`) comparisons.
    /// - Throws: as `record`.
    func lowerBound(ofID id: String) throws -> Int {
        var id = id
        return try id.withUTF8 { id in
            try (0..<count).partitionPoint { ordinal in
                try record(at: ordinal).withPart(DocumentsFormat.Part.id) {
                    compareBytes(UnsafeRawBufferPointer($0), UnsafeRawBufferPointer(id)) < 0
                }
            }
        }
    }

    /// Gives the memory back that reading all documents has filled.
    func releasePages() {
        ResidentPages.release(bytes)
        ResidentPages.release(offsets)
    }
}

/// One document where it lies in the mapped file, which it holds.
///
/// Unchecked, for the compiler does not know that mapped memory is never written.
struct DocumentRecord: @unchecked Sendable {
    private let file: DocumentsFile
    private let bytes: UnsafeRawBufferPointer

    /// nil if the bytes are not as many as the parts need.
    fileprivate init?(_ bytes: UnsafeRawBufferPointer, of file: DocumentsFile) {
        guard bytes.count >= DocumentsFormat.headerBytes else { return nil }
        self.file = file
        self.bytes = bytes
        guard offset(of: DocumentsFormat.Part.count) == bytes.count else { return nil }
    }

    /// The bytes of a part, UTF-8 in a sound file; good during the call.
    func withPart<Result>(_ part: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        let start = offset(of: part)
        let part = UnsafeRawBufferPointer(rebasing: bytes[start..<(start + length(of: part))])
        return try withExtendedLifetime(file) { try body(part.assumingMemoryBound(to: UInt8.self)) }
    }

    private func offset(of part: Int) -> Int { (0..<part).reduce(DocumentsFormat.headerBytes) { $0 + length(of: $1) } }

    private func length(of part: Int) -> Int {
        Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * part, as: UInt32.self)))
    }
}
