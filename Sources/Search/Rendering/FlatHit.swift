import Geo
import IndexDefinition
import JSON

/// A hit as one row of named values, for tables and for the properties of GeoJSON features.
///
/// The columns are kind, id, name, score, distance_m, longitude, latitude, position_source, position_accuracy_m,
/// village_code, village, district_code, district, regency_code, regency, then the properties of the document in their
/// own order. Score and distance are missing if the hit has none. Every name occurs once: a property with the name of a
/// column before it gets the kind in front, as `village_kind`.
struct FlatHit {
    static let areaLevels = ["village", "district", "regency"]

    private(set) var columns: [JSONValue.Member] = []

    init(columns: [JSONValue.Member]) {
        self.columns = columns
    }

    /// - Throws: JSONError if the stored body is not JSON.
    init(_ hit: Hit) throws(JSONError) {
        let body = try JSONValue(parsing: hit.body)
        for name in ["kind", "id", "name"] { add(name, body[name]) }
        if let score = hit.score { add("score", .number(score)) }
        if let distance = hit.distanceMetres { add("distance_m", .number(distance)) }
        for name in ["longitude", "latitude", "position_source", "position_accuracy_m"] { add(name, body[name]) }
        for level in Self.areaLevels {
            add(level + "_code", body[level]?["code"])
            add(level, body[level]?["name"])
        }
        var names = Set(columns.map(\.name))
        for (name, value) in body["properties"]?.object ?? [] where !name.isEmpty {
            let free = names.contains(name) ? "\(hit.kind.rawValue)_\(name)" : name
            if names.insert(free).inserted { add(free, value) }
        }
    }

    private mutating func add(_ name: String, _ value: JSONValue?) {
        columns.append(JSONValue.Member(name, value ?? .null))
    }
}

extension Hit {
    /// The flat row.
    ///
    /// If the stored body cannot be read, it has only what the hit itself knows, so that one damaged document does not
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
