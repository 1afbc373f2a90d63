/// Reads the rows of a spreadsheet, which may have titles above its headers.
final class SheetReader: RowReader {
    let headers: [String]
    let format: String
    private let sheet: GeoPackageReader
    private var top: HeaderRows

    /// Creates a reader from one that uses the first row as headers.
    init(_ sheet: GeoPackageReader) throws {
        self.sheet = sheet
        top = try HeaderRows(first: .init(line: 1, values: sheet.headers)) {
            try sheet.next().map { HeaderRows.Row(line: $0.line, values: $0.values) }
        }
        headers = top.headers
        format = sheet.format + (top.line == 1 ? "" : ", headers in row \(top.line)")
    }

    var crs: String? { sheet.crs }
    var hasGeometry: Bool { sheet.hasGeometry }
    var unit: SourceUnit { sheet.unit }
    var bytesRead: Int64 { sheet.bytesRead }
    var totalBytes: Int64 { sheet.totalBytes }

    func next() throws -> SourceRow? {
        if let row = top.takeWaiting() { return SourceRow(line: row.line, values: row.values) }
        return try sheet.next()
    }

    func checksum() throws -> String { try sheet.checksum() }
}
