/// The manifest of a synthetic data package, as Documentation/data-package.md describes it.
struct PackageManifest: Encodable {
    struct File: Encodable {
        var file: String
        var kind: String
        var rows: Int
        var sha256: String
    }

    var format = 1
    var name: String
    var title: String
    /// A fixed date, so that the same seed gives the same bytes on every day.
    var date = "2026-01-01"
    var crs = "EPSG:4326"
    var files: [File]
}
