import Geo
import JSON

/// The `crs` member of GeoJSON before RFC 7946 (2008 specification, chapter 3).
enum GeoJSONCRS {
    /// The CRS that RFC 7946 prescribes if none is stated.
    static let standard = "OGC:CRS84"

    /// The CRS as "AUTHORITY:CODE".
    ///
    /// Returns nil if the file states that no CRS can be assumed.
    ///
    /// - Throws: `ImportingError` (data) if the stated CRS is not understood.
    static func code(in member: [UInt8]?, path: String) throws -> String? {
        guard let member else { return standard }
        // An invalid member is quoted in the message like an unknown one.
        let value = (try? JSONValue(parsing: member)) ?? .bool(false)
        if value == .null { return nil }
        if let code = value["properties"]?["code"]?.number, let number = Int(exactly: code) { return "EPSG:\(number)" }
        guard let name = value["properties"]?["name"]?.string, let code = code(named: name) else {
            throw ImportingError.unknownCRS(path, text: String(decoding: member, as: UTF8.self))
        }
        return code
    }

    /// The code in the name of a CRS.
    ///
    /// "urn:ogc:def:crs:EPSG::32750", "http://www.opengis.net/def/crs/EPSG/0/32750" and "EPSG:32750" are equal.
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
