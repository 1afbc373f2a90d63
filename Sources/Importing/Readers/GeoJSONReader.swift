import Geo

/// Features of GeoJSON: a collection, one feature, or one feature a line.
///
/// The file is read twice: first for its columns, its CRS, wherever they stand, and its checksum, then for its rows.
package final class GeoJSONReader: RowReader {
    package let format: String
    package let headers: [String]
    package let crs: String?
    package let hasGeometry: Bool
    package let unit = SourceUnit.feature
    private let file: FileSource
    private let sha256: String
    private let columns: GeoJSONColumns
    private var scanner: FeatureScanner

    /// - Parameter chunkBytes: how much is read at a time; the rows are the same whatever it is.
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

    package var bytesRead: Int64 { file.bytesRead }
    package var totalBytes: Int64 { file.totalBytes }

    package func next() throws -> SourceRow? {
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

    package func checksum() throws -> String {
        sha256
    }
}
