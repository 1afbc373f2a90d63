import Geo

/// Reads the rows of a GeoPackage layer.
final class GeoPackageReader: RowReader {
    let format: String
    let headers: [String]
    let crs: String?
    let hasGeometry: Bool
    let unit: SourceUnit
    let totalBytes: Int64
    private let parts: [String]
    private let layer: GeoPackageLayer
    private let rows: SQLiteRows
    private var ordinal = 0

    /// Describes the original file of a GeoPackage that was converted.
    struct Origin {
        /// The file that the user named.
        var path: String
        /// That file and its companion files, for the checksum.
        var parts: [String]
        var format: String
        var unit: SourceUnit
        /// The column with the row numbers of the file.
        var rowColumn: String
        var hiddenColumns: Set<String>
    }

    /// Opens a layer.
    ///
    /// If `origin` is nil, the user named the file at `path`.
    init(path: String, layer name: String?, origin: Origin? = nil) throws {
        let named = origin?.path ?? path
        parts = origin?.parts ?? [path]
        totalBytes = try FileSource.size(of: named)
        let file = try SQLiteFile(path: path)
        layer = try GeoPackageLayer.choose(from: file, named: name, path: named)
        crs = layer.crs
        hasGeometry = layer.hasGeometry
        unit = origin?.unit ?? .feature
        format = (origin?.format ?? "GeoPackage") + ", layer '\(layer.name)'"
        let hidden = (origin?.hiddenColumns ?? []).union([layer.geometryColumn, origin?.rowColumn].compactMap(\.self))
        let columns = try Self.columns(of: layer.name, in: file).filter { !hidden.contains($0) }
        headers = HeaderNames.unique(columns)
        let number = origin.map { SQLiteFile.quoted($0.rowColumn) } ?? "NULL"
        let geometry = layer.geometryColumn.map(SQLiteFile.quoted) ?? "NULL"
        let selected = ([number, geometry] + columns.map(SQLiteFile.quoted)).joined(separator: ", ")
        rows = try file.prepare("SELECT \(selected) FROM \(SQLiteFile.quoted(layer.name))")
    }

    private static func columns(of table: String, in file: SQLiteFile) throws -> [String] {
        let rows = try file.prepare("SELECT name FROM pragma_table_info(?)", [table])
        var columns: [String] = []
        while try rows.next() { columns.append(rows.text(0)) }
        return columns
    }

    var bytesRead: Int64 {
        layer.count == 0 ? totalBytes : Int64(Double(totalBytes) * min(1, Double(ordinal) / Double(layer.count)))
    }

    func next() throws -> SourceRow? {
        while try rows.next() {
            ordinal += 1
            let values = headers.indices.map { rows.text($0 + 2) }
            if rows.isNull(1), values.allSatisfy(\.isEmpty) { continue }
            var row = SourceRow(line: unit == .row ? Int(rows.integer(0)) : ordinal, values: values)
            do throws(WKB.Failure) {
                row.geometry = rows.isNull(1) ? nil : try geometry()
            } catch {
                row.problem = .geometry(error.reason)
            }
            return row
        }
        return nil
    }

    /// The geometry after a GeoPackageBinary header (GeoPackage 1.4, 2.1.3).
    private func geometry() throws(WKB.Failure) -> Geometry? {
        let result: Result<Geometry?, WKB.Failure> = rows.withBlob(1) { bytes in
            Result { () throws(WKB.Failure) -> Geometry? in try GeoPackageBinary.geometry(in: bytes) }
        }
        return try result.get()
    }

    func checksum() throws -> String {
        try FileSource.checksum(ofAll: parts)
    }
}

/// Decodes GeoPackageBinary: a header, then well-known binary.
enum GeoPackageBinary {
    static func geometry(in bytes: UnsafeRawBufferPointer) throws(WKB.Failure) -> Geometry? {
        guard bytes.count >= 8, bytes[0] == UInt8(ascii: "G"), bytes[1] == UInt8(ascii: "P") else {
            throw WKB.Failure(reason: "it does not begin as GeoPackage geometries do")
        }
        let flags = bytes[3]
        guard flags & 0x20 == 0 else { throw WKB.Failure(reason: "it is of an extension's own type") }
        let envelopes = [0, 32, 48, 48, 64]
        let envelope = Int(flags >> 1 & 7)
        guard envelope < envelopes.count else {
            throw WKB.Failure(reason: "its envelope is of unknown kind \(envelope)")
        }
        return flags & 0x10 != 0 ? nil : try WKB.geometry(in: bytes, from: 8 + envelopes[envelope])
    }
}
