import Base
import Foundation
import Geo

/// Rejected rows in the columns of their file, with a last column that says why: to be mended and imported again.
///
/// Shape: UTF-8, the delimiter of the file (comma where it has none), a line of headers; made with the first rejected
/// row. Rows of a map get columns `longitude` and `latitude` for a point inside their geometry.
final class RejectsFile {
    private let path: String
    private let headers: [String]
    private let writesPoints: Bool
    private var file: FileHandle?
    private var rows: CSVWriter

    init(path: String, reader: any RowReader) {
        self.path = path
        // Spreadsheet programs open this file: a formula in a list must not run there.
        rows = CSVWriter(delimiter: reader.delimiter ?? UInt8(ascii: ","), lineEnding: .lineFeed)
        // The reason of an earlier import makes room for the new one.
        headers = reader.headers.last == HeaderMap.reasonHeader ? Array(reader.headers.dropLast()) : reader.headers
        writesPoints =
            reader.hasGeometry && !reader.headers.contains("longitude") && !reader.headers.contains("latitude")
    }

    func write(_ row: SourceRow, reason: String) throws {
        if file == nil { try open() }
        var values = Array(row.values.prefix(headers.count))
        values += Array(repeating: "", count: headers.count - values.count)
        if writesPoints {
            let point = row.geometry?.pointInside
            values += [point.map { "\($0.longitude)" } ?? "", point.map { "\($0.latitude)" } ?? ""]
        }
        rows.row(values + [reason])
        if rows.bytes.count >= 1 << 16 { try flush() }
    }

    /// Writes what is left and closes the file; nothing where no row was rejected.
    func close() throws {
        guard let file else { return }
        try flush()
        try translating { try file.close() }
        self.file = nil
    }

    private func open() throws {
        try translating {
            try Data().write(to: URL(fileURLWithPath: path))
            file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        }
        rows.row(headers + (writesPoints ? ["longitude", "latitude"] : []) + [HeaderMap.reasonHeader])
    }

    private func flush() throws {
        try translating { try file?.write(contentsOf: rows.takeBytes()) }
    }

    private func translating(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch {
            throw ImportingError.rejectsUnwritable(path, reason: error.localizedDescription)
        }
    }
}
