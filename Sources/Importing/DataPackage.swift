import Catalog
import Foundation

/// A file to import, with its options.
struct ImportFile: Sendable {
    var path: String
    /// The name of the file in the catalog: the name of its package, then its own.
    var name: String
    var options: ImportOptions
    var isFromPackage = false
    var expectedRows: Int?
    var expectedChecksum: String?

    /// Compares the imported file with the manifest of the package.
    func check(rows: Int, checksum: () throws -> String) throws {
        if let expectedRows, rows != expectedRows {
            throw ImportingError.rowCountDiffers(path, found: rows, expected: expectedRows)
        }
        guard let expectedChecksum else { return }
        let found = try checksum()
        if found != expectedChecksum.lowercased() {
            throw ImportingError.checksumDiffers(path, found: found, expected: expectedChecksum)
        }
    }
}

/// A folder of lists with a manifest that describes them and their order.
///
/// See Documentation/data-package.md.
struct DataPackage: Sendable {
    static let manifestName = "manifest.json"

    let folder: String
    let manifest: Manifest

    /// The content of `manifest.json`.
    struct Manifest: Codable, Sendable {
        struct File: Codable, Sendable {
            var file: String
            var kind: ImportKind
            /// The number of rows.
            var rows: Int
            /// SHA-256 in hexadecimal.
            var sha256: String?
            /// The value for this file, if it differs from that of the package.
            var crs: String?
            var layer: String?
            /// `field: header`, as in `--map`.
            var map: [String: String]?
        }

        /// The version of this format: 1.
        var format: Int
        var name: String
        var title: String?
        /// The time at which the data were compiled: ISO 8601.
        var date: String
        var crs: String
        /// The files, in the order of their import.
        var files: [File]
    }

    /// - Throws: `ImportingError` (data) if there is no manifest, or an invalid one.
    init(folder: String) throws {
        self.folder = folder
        let url = URL(fileURLWithPath: folder).appendingPathComponent(Self.manifestName)
        guard FileManager.default.fileExists(atPath: url.path) else { throw ImportingError.noManifest(folder) }
        do {
            manifest = try JSONDecoder().decode(Manifest.self, from: Data(contentsOf: url))
        } catch let error as DecodingError {
            throw ImportingError.manifestUnreadable(url.path, reason: error.inWords)
        } catch {
            throw ImportingError.unreadable(url.path, reason: error.localizedDescription)
        }
        guard manifest.format == 1 else {
            throw ImportingError.manifestUnreadable(
                url.path, reason: "its format is \(manifest.format), and this release knows format 1")
        }
    }

    /// The files in the manifest's order.
    ///
    /// - Throws: `ImportingError` if a file is missing or outside the folder, and (usage) for options that the manifest
    ///   decides.
    func files(options: ImportOptions) throws -> [ImportFile] {
        let decided = [
            ("--kind", options.kind != nil), ("--format", options.format != nil), ("--crs", options.crs != nil),
            ("--map", !options.map.isEmpty),
        ]
        if let (option, _) = decided.first(where: \.1) {
            throw ImportingError.optionNotForPackages(option, path: folder)
        }
        let url = URL(fileURLWithPath: folder)
        let manifestPath = url.appendingPathComponent(Self.manifestName).path
        return try manifest.files.map { entry in
            guard !entry.file.hasPrefix("/"), !entry.file.split(separator: "/").contains("..") else {
                throw ImportingError.fileOutsidePackage(entry.file, manifest: manifestPath)
            }
            let path = folder.hasSuffix("/") ? folder + entry.file : folder + "/" + entry.file
            guard FileManager.default.fileExists(atPath: path) else {
                throw ImportingError.packageFileMissing(entry.file, manifest: manifestPath)
            }
            var file = ImportFile(path: path, name: "\(manifest.name)/\(entry.file)", options: options)
            file.options.kind = entry.kind
            file.options.crs = entry.crs ?? manifest.crs
            file.options.layer = entry.layer
            file.options.map = (entry.map ?? [:]).map { "\($0)=\($1)" }.sorted()
            file.isFromPackage = true
            file.expectedRows = entry.rows
            file.expectedChecksum = entry.sha256
            return file
        }
    }
}

extension DecodingError {
    /// The error in the JSON, with its position.
    fileprivate var inWords: String {
        func place(_ context: Context) -> String {
            context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
        }
        switch self {
        case .keyNotFound(let key, let context):
            let path = place(context)
            return "'\(path.isEmpty ? "" : path + ".")\(key.stringValue)' is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "'\(place(context))' has a value of another type"
        case .dataCorrupted(let context) where context.codingPath.isEmpty: return "it is not JSON"
        case .dataCorrupted(let context): return "'\(place(context))' has an unknown value"
        @unknown default: return "it is not a manifest"
        }
    }
}
