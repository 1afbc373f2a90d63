import Geo

/// Reads the features of GeoJSON: a collection, one feature, or a sequence of features.
///
/// GeoJSON is imported without GDAL by design: it is the exchange format of Banua, and servers without gdal-bin must be
/// able to import it. Ids, null values and texts also stay as they are in the file, which ogr2ogr does not guarantee.
///
/// The file is read twice: first for columns, CRS and checksum, then for the rows.
final class GeoJSONReader: FileRowReader {
    let format: String
    let headers: [String]
    let crs: String?
    let hasGeometry: Bool
    let unit = SourceUnit.feature
    let file: FileSource
    private let sha256: String
    private let columns: GeoJSONColumns
    private var scanner: FeatureScanner

    /// Opens a file.
    ///
    /// The rows do not depend on `chunkBytes`.
    init(path: String, chunkBytes: Int = 1 << 20) throws {
        let firstPass = try FileSource(path: path)
        let firstText = try TextSource(firstPass, chunkBytes: chunkBytes)
        var survey = FeatureScanner(ByteWindow(firstText, chunkBytes: chunkBytes), path: path)
        var columns = GeoJSONColumns()
        while let feature = try survey.next() {
            do {
                try columns.add(GeoJSONFeature(feature))
            } catch let error as JSONText.Failure {
                throw ImportingError.brokenJSON(path, feature: survey.count, reason: error.reason)
            } catch let error as GeoJSONFeature.NotAFeature {
                throw ImportingError.notAFeature(path, feature: survey.count, type: error.type)
            }
        }
        guard survey.count > 0 else { throw ImportingError.noFeatures(path) }
        self.columns = columns
        headers = HeaderNames.unique(columns.names)
        hasGeometry = columns.hasGeometry
        crs = try GeoJSONCRS.code(in: survey.crs, path: path)
        format = "GeoJSON, \(firstText.name)"
        sha256 = try firstPass.checksum()
        file = try FileSource(path: path, hashes: false)
        scanner = FeatureScanner(
            ByteWindow(try TextSource(file, chunkBytes: chunkBytes), chunkBytes: chunkBytes), path: path)
    }

    func next() throws -> SourceRow? {
        while let bytes = try scanner.next() {
            var row: SourceRow
            do {
                let feature = try GeoJSONFeature(bytes)
                row = SourceRow(line: scanner.count, values: try columns.values(of: feature))
                do throws(GeometryError) {
                    row.geometry = try feature.geometry()
                } catch {
                    row.problem = RowProblem(cause: .geometry, message: error.description)
                }
                if feature.geometryText == nil, row.values.allSatisfy(\.isEmpty) { continue }
            } catch let error as JSONText.Failure {
                throw ImportingError.brokenJSON(file.path, feature: scanner.count, reason: error.reason)
            }
            return row
        }
        return nil
    }

    func checksum() throws -> String {
        sha256
    }
}
