import Geo
import IndexDefinition
import JSON

/// A hit as one row of named values, the way tables and GeoJSON properties want it.
///
/// Shape: kind, id, name, score, distance_m, longitude, latitude, position_source, position_accuracy_m, village_code,
/// village, district_code, district, regency_code, regency, then every property of the document in its own order. Score
/// and distance are there where the hit has them.
struct FlatHit {
    var columns: [JSONValue.Member] = []

    init(columns: [JSONValue.Member]) {
        self.columns = columns
    }

    /// Throws: JSONError where the stored body is not JSON.
    init(_ hit: Hit) throws(JSONError) {
        let body = try JSONValue(parsing: hit.body)
        for name in ["kind", "id", "name"] { add(name, body[name]) }
        if let score = hit.score { add("score", .number(score)) }
        if let distance = hit.distanceMetres { add("distance_m", .number(distance)) }
        for name in ["longitude", "latitude", "position_source", "position_accuracy_m"] { add(name, body[name]) }
        for area in ["village", "district", "regency"] {
            add(area + "_code", body[area]?["code"])
            add(area, body[area]?["name"])
        }
        for (name, value) in body["properties"]?.object ?? [] { add(name, value) }
    }

    private mutating func add(_ name: String, _ value: JSONValue?) {
        columns.append(JSONValue.Member(name, value ?? .null))
    }
}

extension Hit {
    /// The flat row, or what the hit itself knows where its stored body cannot be read: one damaged document must not
    /// spoil the page.
    var flat: FlatHit {
        do {
            return try FlatHit(self)
        } catch {
            return FlatHit(columns: [
                .init("kind", .string(kind.rawValue)), .init("id", .string(id)), .init("name", .string(name)),
                .init("longitude", coordinate.map { .number($0.longitude) } ?? .null),
                .init("latitude", coordinate.map { .number($0.latitude) } ?? .null),
            ])
        }
    }
}
