/// Reads the rows of a file one by one, in constant memory.
///
///     let reader = try RowReaders.open("sentra.csv")
///     while let row = try reader.next() { print(row.line, row.values) }
///
/// Shape: all rows that are not empty, in file order. A reader must be used by one thread, and can be read once.
protocol RowReader: AnyObject {
    /// The detected format, for people: "CSV, semicolon, Windows-1252".
    var format: String { get }
    /// The columns in file order, unique and not empty. They are known before the first row.
    var headers: [String] { get }
    /// The CRS of the geometries: "EPSG:32750", "OGC:CRS84" or WKT. Nil if the file states none.
    var crs: String? { get }
    /// Whether rows may have a geometry.
    var hasGeometry: Bool { get }
    /// The unit of the line numbers of rows.
    var unit: SourceUnit { get }
    /// Number of bytes read so far, for progress. It equals `totalBytes` after the last row.
    var bytesRead: Int64 { get }
    /// The size of the file in bytes.
    var totalBytes: Int64 { get }
    /// The byte between fields. Nil if the file is not delimited text.
    var delimiter: UInt8? { get }

    /// The next row that is not empty. Returns nil at the end.
    ///
    /// - Throws: `ImportingError` (data) if the file is invalid, or (inputOutput) if it cannot be read.
    func next() throws -> SourceRow?

    /// The SHA-256 of the file in hexadecimal. It reads the rest of the file.
    ///
    /// For a map of several files (Shapefile, MapInfo), it is the hash of all of them in order of their names: `cat
    /// name.* | sha256sum`.
    func checksum() throws -> String
}

extension RowReader {
    var crs: String? { nil }
    var hasGeometry: Bool { false }
    var unit: SourceUnit { .line }
    var delimiter: UInt8? { nil }
}

/// A reader whose progress and checksum are those of one file.
protocol FileRowReader: RowReader {
    var file: FileSource { get }
}

extension FileRowReader {
    var bytesRead: Int64 { file.bytesRead }
    var totalBytes: Int64 { file.totalBytes }

    func checksum() throws -> String { try file.checksum() }
}

/// The formats of the option `--format`.
package enum SourceFormat: String, CaseIterable, Sendable {
    case csv, tsv, geojson, gpkg, ogr
}

/// The options for opening a file.
struct ReaderOptions: Sendable {
    /// The format.
    ///
    /// Nil means that it is detected.
    var format: SourceFormat?
    /// The sheet, table or layer to read if a file has several.
    var layer: String?

    init(format: SourceFormat? = nil, layer: String? = nil) {
        self.format = format
        self.layer = layer
    }
}
