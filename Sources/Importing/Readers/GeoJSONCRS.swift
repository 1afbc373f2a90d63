import Geo
import JSON

/// The `crs` member that GeoJSON had before RFC 7946 (2008 specification, chapter 3).
enum GeoJSONCRS {
    /// What RFC 7946 prescribes where no CRS is stated.
    static let standard = "OGC:CRS84"

    /// The CRS as "AUTHORITY:CODE"; nil where the file says that none can be assumed.
    ///
    /// Throws: `ImportingError` of kind data where a CRS is stated in a way that is not understood.
    static func code(in member: [UInt8]?, path: String) throws -> String? {
        guard let member else { return standard }
        // A member that is no JSON is quoted like one that says nothing.
        let value = (try? JSONValue(parsing: member)) ?? .bool(false)
        if value == .null { return nil }
        if let code = value["properties"]?["code"]?.number, let number = Int(exactly: code) { return "EPSG:\(number)" }
        guard let name = value["properties"]?["name"]?.string, let code = code(named: name) else {
            throw ImportingError.unknownCRS(path, text: String(decoding: member, as: UTF8.self))
        }
        return code
    }

    /// "urn:ogc:def:crs:EPSG::32750", "http://www.opengis.net/def/crs/EPSG/0/32750" and "EPSG:32750" all name
    /// EPSG:32750.
    private static func code(named name: String) -> String? {
        let parts = name.split { $0 == ":" || $0 == "/" || $0 == "#" }
        guard parts.count >= 2, let code = parts.last else { return nil }
        let authorities = ["EPSG", "OGC", "ESRI", "IGNF"]
        guard
            let authority = authorities.first(where: { known in
                parts.contains { $0.uppercased() == known && $0 != code }
            })
        else {
            return nil
        }
        return "\(authority):\(code)"
    }
}
