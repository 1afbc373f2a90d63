import Geo
import Projection

/// A coordinate reference system that items can be asked in (OGC API - Features, Part 2).
struct FeatureCRS: Sendable {
    /// The CRS's identifier as the standard writes it.
    var uri: String
    /// Its code for PROJ.
    var code: String
    /// Whether the CRS's own axis order puts latitude (or northing) first.
    var isLatitudeFirst: Bool
    /// Whether coordinates are degrees; decides how many decimals are worth writing.
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

    /// Turns WGS 84 degrees into this system, in its own axis order.
    ///
    /// Throws: what making the transformation throws; a point outside of the area of use comes back as nil from the
    /// function.
    func fromDegrees() throws -> (Coordinate) -> (Double, Double)? {
        guard code != "OGC:CRS84" else { return { ($0.longitude, $0.latitude) } }
        guard code != "EPSG:4326" else { return { ($0.latitude, $0.longitude) } }
        let transformation = try Transformation.shared(from: "EPSG:4326", to: code)
        let swaps = isLatitudeFirst
        return { coordinate in
            // A point that this system cannot hold has no geometry in the answer; the document itself is still there.
            guard let point = try? transformation.transform(x: coordinate.longitude, y: coordinate.latitude) else {
                return nil
            }
            return swaps ? (point.y, point.x) : (point.x, point.y)
        }
    }
}
