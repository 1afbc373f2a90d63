import CPROJ
import Geo

/// A coordinate reference system by the name that files and requests give it.
///
///     try CRS("urn:ogc:def:crs:EPSG::32750").code       // "EPSG:32750"
///
/// Takes `EPSG:32750`, `OGC:CRS84`, OGC's URNs and URLs, and WKT.
public struct CRS: Hashable, Sendable {
    /// What PROJ is asked for.
    public let code: String
    /// The system's name: "WGS 84 / UTM zone 50S".
    public let name: String
    /// Whether coordinates are degrees.
    public let isGeographic: Bool
    /// Whether the system's own axis order puts latitude or northing first.
    public let isLatitudeFirst: Bool
    /// Where the system is defined, in WGS 84 degrees; nil where PROJ does not say.
    public let areaOfUse: BoundingBox?

    /// Throws: `ProjectionError` of kind usage for a name PROJ does not know.
    public init(_ text: String) throws(ProjectionError) {
        let code = Self.normalised(text)
        self = try PROJContext.shared.use { context throws(ProjectionError) in try CRS(code: code, context) }
    }

    private init(code: String, _ context: OpaquePointer) throws(ProjectionError) {
        guard let system = proj_create(context, code) else { throw .unknown(code, PROJContext.lastError(context)) }
        defer { proj_destroy(system) }
        let type = proj_get_type(system)
        let geographic: [PJ_TYPE] = [PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS]
        guard proj_is_crs(system) != 0 else { throw .unknown(code, "not a coordinate reference system") }
        self.code = code
        name = proj_get_name(system).map { String(cString: $0) } ?? code
        isGeographic = geographic.contains { $0 == type }
        var (west, south, east, north) = (0.0, 0.0, 0.0, 0.0)
        let hasArea = proj_get_area_of_use(context, system, &west, &south, &east, &north, nil) != 0 && west > -1_000
        areaOfUse = hasArea ? BoundingBox(west: west, south: south, east: east, north: north) : nil
        isLatitudeFirst = Self.firstAxisPointsNorth(system, context)
    }

    private static func firstAxisPointsNorth(_ system: OpaquePointer, _ context: OpaquePointer) -> Bool {
        guard let axes = proj_crs_get_coordinate_system(context, system) else { return false }
        defer { proj_destroy(axes) }
        var direction: UnsafePointer<CChar>?
        guard proj_cs_get_axis_info(context, axes, 0, nil, nil, &direction, nil, nil, nil, nil) != 0, let direction else { return false }
        return String(cString: direction) == "north"
    }

    /// `urn:ogc:def:crs:EPSG::4326`, `http://www.opengis.net/def/crs/EPSG/0/4326` and `epsg:4326` are one and the same.
    static func normalised(_ text: String) -> String {
        let trimmed = text.filter { !$0.isNewline }.drop { $0 == " " }
        let lower = trimmed.lowercased()
        if lower.hasSuffix("crs84") { return "OGC:CRS84" }
        for (prefix, separator) in [
            ("urn:ogc:def:crs:", ":"), ("http://www.opengis.net/def/crs/", "/"), ("https://www.opengis.net/def/crs/", "/"),
        ]
        where lower.hasPrefix(prefix) {
            let parts = trimmed.dropFirst(prefix.count).split(separator: Character(separator), omittingEmptySubsequences: true)
            if let authority = parts.first, let code = parts.last, parts.count >= 2 { return "\(authority.uppercased()):\(code)" }
        }
        let parts = trimmed.split(separator: ":")
        if parts.count == 2, parts[1].allSatisfy(\.isNumber) { return "\(parts[0].uppercased()):\(parts[1])" }
        return String(trimmed)
    }
}
