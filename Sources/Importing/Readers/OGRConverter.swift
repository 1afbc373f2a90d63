import Foundation

/// Converts a file to a GeoPackage with `ogr2ogr` of GDAL.
///
/// A GeoPackage keeps the order of headers, the complete CRS, types (the code "01" stays a text) and all layers.
struct OGRConverter {
    static let rowColumn = "banua_row"
    private static let geometryColumn = "banua_geometry"

    private let executable: String

    /// Finds ogr2ogr in `searchPath`, a list of folders separated by colons, like PATH.
    ///
    /// - Throws: `ImportingError` (usage) if ogr2ogr is not installed.
    init(
        source: OGRSource, path: String, searchPath: String = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    ) throws {
        let found = searchPath.split(separator: ":").map { "\($0)/ogr2ogr" }.first(
            where: FileManager.default.isExecutableFile)
        guard let found else { throw ImportingError.gdalMissing(path, format: source.name) }
        executable = found
    }

    /// A reader of the converted rows.
    ///
    /// The converted file occupies disk space until the reader is deallocated.
    static func reader(for source: OGRSource, path: String, layer: String?) throws -> GeoPackageReader {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "banua-import-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // If the folder cannot be removed, only space is lost. The open file stays readable.
        defer { try? FileManager.default.removeItem(at: folder) }
        let converted = folder.appendingPathComponent("layers.gpkg").path
        try OGRConverter(source: source, path: path).convert(source, path: path, to: converted)
        return try GeoPackageReader(
            path: converted, layer: layer,
            origin: .init(
                path: path, parts: source.dataset == path ? OGRSource.parts(of: path) : [path],
                format: "\(source.name) through GDAL",
                unit: source.unit, rowColumn: rowColumn,
                hiddenColumns: source.hiddenColumns))
    }

    /// Runs ogr2ogr without a shell and without input.
    ///
    /// `output` is a path that does not exist yet.
    func convert(_ source: OGRSource, path: String, to output: String) throws {
        let process = Process()
        let messages = Pipe()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = Self.arguments(source, output: output)
        process.environment = ProcessInfo.processInfo.environment.merging(Self.settings) { _, ours in ours }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = messages
        do {
            try process.run()
        } catch {
            throw ImportingError.gdalFailed(
                path, format: source.name, reason: "\(executable) does not start: \(error.localizedDescription)")
        }
        let said = try messages.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0, process.terminationReason == .exit,
            FileManager.default.fileExists(atPath: output)
        else {
            throw ImportingError.gdalFailed(
                path, format: source.name, reason: Self.reason(in: String(decoding: said, as: UTF8.self)))
        }
    }

    /// The arguments.
    ///
    /// The dataset is an absolute path, so it cannot be an option or a connection string.
    private static func arguments(_ source: OGRSource, output: String) -> [String] {
        [
            "-f", "GPKG", output, source.dataset, "-preserve_fid", "-dim", "XY", "-nlt", "CONVERT_TO_LINEAR", "-lco",
            "FID=\(rowColumn)", "-lco", "GEOMETRY_NAME=\(geometryColumn)", "-lco", "SPATIAL_INDEX=NO",
        ]
    }

    /// Settings of GDAL.
    ///
    /// The first row of a sheet is its header; texts stay texts; files that only refer to others are not followed; the
    /// temporary file need not survive a crash.
    private static let settings = [
        "OGR_XLSX_HEADERS": "FORCE", "OGR_ODS_HEADERS": "FORCE", "OGR_XLS_HEADERS": "FORCE",
        "GML_FIELDTYPES": "ALWAYS_STRING",
        "GML_DOWNLOAD_SCHEMA": "NO", "GDAL_SKIP": "VRT,OGR_VRT,WFS,OAPIF,GMLAS,CSW,HTTP",
        "OGR_SQLITE_SYNCHRONOUS": "OFF",
        "CPL_DEBUG": "OFF",
    ]

    /// The first errors in the output of ogr2ogr, or else its last lines.
    private static func reason(in messages: String) -> String {
        let lines = messages.split(whereSeparator: \.isNewline).map(String.init)
        let errors = lines.filter { $0.hasPrefix("ERROR") }
        let quoted = errors.isEmpty ? lines.suffix(2) : errors.prefix(2)
        return quoted.isEmpty ? "it says nothing" : quoted.joined(separator: "; ")
    }
}
