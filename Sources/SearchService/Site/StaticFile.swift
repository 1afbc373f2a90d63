import Foundation

/// A file under /static.
///
/// It is in memory, so no path of a request reaches the file system.
struct StaticFile: Sendable {
    var contentType: String
    var bytes: [UInt8]

    /// The files of the service, and Leaflet with its marker clusters if the Debian packages are installed.
    ///
    /// Without Leaflet the pages have no map.
    /// - Throws: an error of reading a file of the service.
    static func all(own: URL, libraries: URL) throws -> [String: StaticFile] {
        var files: [String: StaticFile] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: own, includingPropertiesForKeys: nil) {
            files[file.lastPathComponent] = try StaticFile(file)
        }
        let leaflet = libraries.appendingPathComponent("leaflet")
        for name in [
            "leaflet.js", "leaflet.css", "images/layers.png", "images/layers-2x.png", "images/marker-icon.png",
            "images/marker-icon-2x.png",
            "images/marker-shadow.png",
        ] {
            // Not installed: no map.
            files["leaflet/\(name)"] = try? StaticFile(leaflet.appendingPathComponent(name))
        }
        let clusters = ["leaflet", "leaflet.markercluster"].map { libraries.appendingPathComponent($0) }
        for name in ["leaflet.markercluster.js", "MarkerCluster.css"] {
            // Not installed: no clusters.
            files["markercluster/\(name)"] =
                clusters.lazy.compactMap { try? StaticFile($0.appendingPathComponent(name)) }.first
        }
        return files
    }

    private init(_ file: URL) throws {
        bytes = Array(try Data(contentsOf: file))
        contentType =
            [
                "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8", "svg": "image/svg+xml",
                "png": "image/png",
            ][
                file.pathExtension]
            ?? "application/octet-stream"
    }
}
