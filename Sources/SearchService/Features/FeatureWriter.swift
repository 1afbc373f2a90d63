import Foundation
import Geo
import JSON
import Search

/// Writes hits as GeoJSON features in any of the reference systems, flat, as GIS programs want their attributes.
enum FeatureWriter {
    static func collection(_ answer: SearchAnswer, crs: FeatureCRS, links: [JSONValue]) throws -> [UInt8] {
        let place = try crs.fromDegrees()
        let head: [(String, JSONValue)] = [
            ("type", .string("FeatureCollection")), ("timeStamp", .string(Date.now.formatted(.iso8601))),
            ("numberMatched", .number(Double(answer.total))),
            ("numberReturned", .number(Double(answer.hits.count))), ("links", .array(links)),
        ]
        return Array(
            JSONValue.object(
                head + [("features", .array(try answer.hits.map { try feature($0, crs, place, links: nil) }))]
            ).text.utf8)
    }

    static func feature(_ hit: Hit, crs: FeatureCRS, links: [JSONValue]) throws -> [UInt8] {
        Array(try feature(hit, crs, crs.fromDegrees(), links: links).text.utf8)
    }

    private static func feature(
        _ hit: Hit, _ crs: FeatureCRS, _ place: (Coordinate) -> (Double, Double)?, links: [JSONValue]?
    ) throws -> JSONValue {
        var geometry = JSONValue.null
        if let (first, second) = hit.coordinate.flatMap(place) {
            geometry = .object([
                ("type", .string("Point")),
                ("coordinates", .array([.number(rounded(first, crs)), .number(rounded(second, crs))])),
            ])
        }
        var fields: [(String, JSONValue)] = [
            ("type", .string("Feature")), ("id", .string(hit.id)), ("geometry", geometry),
            ("properties", try attributes(hit)),
        ]
        if let links { fields.append(("links", .array(links))) }
        return .object(fields)
    }

    /// WGS 84 degrees stay as stored; projected metres to a tenth of a millimetre, other degrees to a
    /// hundred-millionth.
    private static func rounded(_ value: Double, _ crs: FeatureCRS) -> Double {
        guard crs.code != "OGC:CRS84", crs.code != "EPSG:4326" else { return value }
        let unit = crs.isGeographic ? 1e8 : 1e4
        return (value * unit).rounded() / unit
    }

    /// The stored document with its places and properties side by side: `village_code`, `village_name`, ...
    ///
    /// then every property.
    private static func attributes(_ hit: Hit) throws -> JSONValue {
        guard let fields = try JSONValue(parsing: hit.body).object else { return .null }
        var flat: [(String, JSONValue)] = []
        for (name, value) in fields where !["longitude", "latitude", "id"].contains(name) {
            guard let parts = value.object else {
                flat.append((name, value))
                continue
            }
            flat += name == "properties" ? parts.filter { !$0.0.isEmpty } : parts.map { ("\(name)_\($0.0)", $0.1) }
        }
        var seen: Set<String> = []
        return .object(flat.filter { seen.insert($0.0).inserted })
    }
}
