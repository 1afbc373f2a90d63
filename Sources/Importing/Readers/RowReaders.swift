import Foundation

/// Opens the reader a file needs.
package enum RowReaders {
    /// A reader for the file, chosen by what the file holds unless the options name a format.
    ///
    /// Throws: `ImportingError` of kind noInput, inputOutput, usage (a format or layer that does not fit, GDAL missing)
    /// or data (nothing to read in it).
    package static func open(_ path: String, options: ReaderOptions = ReaderOptions()) throws -> any RowReader {
        let path = URL(fileURLWithPath: path).path
        switch try FormatDetection.detect(path, options: options) {
        case .delimited(let delimiter): return try CSVReader(path: path, delimiter: delimiter)
        case .geoJSON: return try GeoJSONReader(path: path)
        case .geoPackage: return try GeoPackageReader(path: path, layer: options.layer)
        case .ogr(let source):
            let reader = try OGRConverter.reader(for: source, path: path, layer: options.layer)
            return source.unit == .row ? try SheetReader(reader) : reader
        }
    }
}
