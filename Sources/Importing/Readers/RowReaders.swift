import Foundation

/// Opens a reader for a file.
enum RowReaders {
    /// A reader for the file.
    ///
    /// If the options name no format, the content decides.
    ///
    /// - Throws: `ImportingError` (noInput, inputOutput), (usage) for a format or layer that does not fit or if GDAL is
    ///   missing, and (data) if the file has nothing to read.
    static func open(_ path: String, options: ReaderOptions = ReaderOptions()) throws -> any RowReader {
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
