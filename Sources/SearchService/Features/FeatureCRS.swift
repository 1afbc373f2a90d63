import Geo
import Projection
import Search

/// A coordinate reference system that clients can choose (OGC API - Features, Part 2).
struct FeatureCRS: Sendable {
    /// The identifier of the system in the standard.
    var uri: String
    /// The code for PROJ.
    var code: String
    /// Whether latitude (or northing) is the first axis of the system.
    var isLatitudeFirst: Bool
    /// Whether coordinates are degrees.
    var isGeographic: Bool

    static let crs84 = FeatureCRS(
        uri: "http://www.opengis.net/def/crs/OGC/1.3/CRS84", code: "OGC:CRS84", isLatitudeFirst: false,
        isGeographic: true)
    static let all = [
        crs84,
        FeatureCRS(
            uri: "http://www.opengis.net/def/crs/EPSG/0/4326", code: "EPSG:4326", isLatitudeFirst: true,
            isGeographic: true),
        FeatureCRS(
            uri: "http://www.opengis.net/def/crs/EPSG/0/32750", code: "EPSG:32750", isLatitudeFirst: false,
            isGeographic: false),
        FeatureCRS(
            uri: "http://www.opengis.net/def/crs/EPSG/0/23837", code: "EPSG:23837", isLatitudeFirst: false,
            isGeographic: false),
        FeatureCRS(
            uri: "http://www.opengis.net/def/crs/EPSG/0/9470", code: "EPSG:9470", isLatitudeFirst: true,
            isGeographic: true),
    ]

    static func named(_ uri: String) -> FeatureCRS? { all.first { $0.uri == uri } }

    /// A function from WGS 84 degrees to the coordinates of a feature, in the axis order of this system.
    ///
    /// The function returns nil for a point outside the area of use. The feature then has no geometry.
    /// - Throws: an error if PROJ does not know the system.
    func position() throws -> GeoJSONWriter.Position {
        guard code != "OGC:CRS84" else { return GeoJSONWriter.longitudeLatitude }
        guard code != "EPSG:4326" else { return { ($0.latitude, $0.longitude) } }
        let transformation = try Transformation.shared(from: "EPSG:4326", to: code)
        // Metres to a tenth of a millimetre, degrees to a hundred-millionth.
        let unit = isGeographic ? 1e8 : 1e4
        let rounded = { (value: Double) in (value * unit).rounded() / unit }
        return { [isLatitudeFirst] coordinate in
            guard let point = try? transformation.transform(x: coordinate.longitude, y: coordinate.latitude) else {
                return nil
            }
            let (x, y) = (rounded(point.x), rounded(point.y))
            return isLatitudeFirst ? (y, x) : (x, y)
        }
    }
}
