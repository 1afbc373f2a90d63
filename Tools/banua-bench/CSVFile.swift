import Base
import Crypto
import Foundation

/// Writes a CSV file through a buffer, and computes the row count and checksum for the manifest.
final class CSVFile {
    private let name: String
    private let handle: FileHandle
    private var csv = CSVWriter(lineEnding: .lineFeed, protectsFormulas: false)
    private var hash = SHA256()
    private var rows = -1  // the header is not a row

    init(_ folder: URL, _ name: String, header: [String]) throws {
        self.name = name
        let file = folder.appendingPathComponent(name)
        try Data().write(to: file)
        handle = try FileHandle(forWritingTo: file)
        write(header)
    }

    func write(_ fields: [String]) {
        csv.row(fields)
        rows += 1
        if csv.bytes.count > 1 << 20 { flush() }
    }

    private var failure: (any Error)?

    private func flush() {
        guard failure == nil else { return }
        let bytes = csv.takeBytes()
        hash.update(data: bytes)
        do { try handle.write(contentsOf: bytes) } catch { failure = error }
    }

    /// Writes the rest of the buffer and closes the file.
    ///
    /// - Throws: the first error of any write.
    func finished(kind: String) throws -> PackageManifest.File {
        flush()
        if let failure { throw failure }
        try handle.close()
        let digest = Hexadecimal.digits(of: hash.finalize())
        return PackageManifest.File(file: name, kind: kind, rows: rows, sha256: digest)
    }
}
