/// Rows of a file, one after the other; memory does not grow with the file.
///
///     let reader = try RowReaders.open("sentra.csv")
///     while let row = try reader.next() { print(row.line, row.values) }
///
/// Shape: as many rows as the file has that are not empty, in file order. A reader belongs to one thread and is read
/// once.
package protocol RowReader: AnyObject {
    /// The format met, for people: "CSV, semicolon, Windows-1252".
    var format: String { get }
    /// The columns in file order, known before the first row: unique, none empty.
    var headers: [String] { get }
    /// The CRS of the geometries: "EPSG:32750", "OGC:CRS84" or WKT; nil where the file states none.
    var crs: String? { get }
    /// True where rows may bring a geometry.
    var hasGeometry: Bool { get }
    var unit: SourceUnit { get }
    /// For progress: how far the file is read, in bytes; it reaches `totalBytes` with the last row.
    var bytesRead: Int64 { get }
    var totalBytes: Int64 { get }
    /// The byte between fields, where the file is delimited text.
    var delimiter: UInt8? { get }

    /// The next row that is not empty, or nil at the end.
    ///
    /// Throws: `ImportingError` of kind data where the file cannot be understood further, inputOutput where it cannot
    /// be read.
    func next() throws -> SourceRow?

    /// The SHA-256 of the file's bytes in hexadecimal, computed while rows are read; what is not yet read is read now.
    ///
    /// For a map of several files (Shapefile, MapInfo) all of them count, in the order of their names: `cat name.* |
    /// sha256sum`.
    func checksum() throws -> String
}

extension RowReader {
    package var delimiter: UInt8? { nil }
}

/// The formats a user can name with `--format`.
package enum SourceFormat: String, CaseIterable, Sendable {
    case csv, tsv, geojson, gpkg, ogr
}

package struct ReaderOptions: Sendable {
    /// Nil: found by looking into the file.
    package var format: SourceFormat?
    /// The sheet, table or layer to read where a file holds several.
    package var layer: String?

    package init(format: SourceFormat? = nil, layer: String? = nil) {
        self.format = format
        self.layer = layer
    }
}
