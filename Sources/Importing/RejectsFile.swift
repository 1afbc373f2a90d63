import Base
import Foundation
import Geo

/// Writes rejected rows with their original columns and a reason, so that they can be corrected and imported again.
///
/// Shape: UTF-8, with the delimiter of the file or a comma, and a header line. The file is created with the first
/// rejected row. Rows with a geometry get columns `longitude` and `latitude` of a point inside it.
final class RejectsFile {
    private let path: String
    private let headers: [String]
    private let writesPoints: Bool
    private var file: FileHandle?
    private var rows: CSVWriter

    init(path: String, reader: any RowReader) {
        self.path = path
        // People open this file in spreadsheet programs, which must not run formulas of a list.
        rows = CSVWriter(delimiter: reader.delimiter ?? UInt8(ascii: ","), lineEnding: .lineFeed)
        // Replace the reason of an earlier import.
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

    /// Writes the remaining rows and closes the file.
    ///
    /// Does nothing if no row was rejected.
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
