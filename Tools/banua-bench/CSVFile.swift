import Crypto
import Foundation

/// A CSV file being written: buffered, with the count and checksum its manifest wants.
final class CSVFile {
    private let name: String
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var hash = SHA256()
    private var rows = -1  // the header is not a row

    init(_ folder: URL, _ name: String, header: [String]) throws {
        self.name = name
        let file = folder.appendingPathComponent(name)
        try Data().write(to: file)
        handle = try FileHandle(forWritingTo: file)
        buffer.reserveCapacity(1 << 20)
        write(header)
    }

    /// Appends a row; a field with a comma, a quote or a line end is quoted (RFC 4180).
    func write(_ fields: [String]) {
        for (position, field) in fields.enumerated() {
            if position > 0 { buffer.append(UInt8(ascii: ",")) }
            if field.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") }) {
                buffer.append(UInt8(ascii: "\""))
                buffer.append(contentsOf: field.replacing("\"", with: "\"\"").utf8)
                buffer.append(UInt8(ascii: "\""))
            } else {
                buffer.append(contentsOf: field.utf8)
            }
        }
        buffer.append(UInt8(ascii: "\n"))
        rows += 1
        if buffer.count > 1 << 20 { flush() }
    }

    private var failure: (any Error)?

    private func flush() {
        guard failure == nil else { return }
        hash.update(data: buffer)
        do { try handle.write(contentsOf: buffer) } catch { failure = error }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes what is left and closes the file.
    ///
    /// Throws: the first error of any write.
    func finished(kind: String) throws -> PackageManifest.File {
        flush()
        if let failure { throw failure }
        try handle.close()
        let digest = hash.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        return PackageManifest.File(file: name, kind: kind, rows: rows, sha256: digest)
    }
}
