import JSON

extension Geometry {
    /// Reads a GeoJSON geometry object.
    ///
    /// A geometry without positions becomes its Multi type without parts. Only the nesting is checked, so files with
    /// open rings or slivers are accepted.
    ///
    /// - Throws: `GeometryError` that tells what is missing or invalid.
    package init(_ json: JSONValue) throws(GeometryError) {
        guard let type = json["type"]?.string else { throw .typeMissing(json) }
        if type == "GeometryCollection" {
            guard let parts = json["geometries"]?.array else { throw .memberMissing("geometries", of: type) }
            var geometries: [Geometry] = []
            for part in parts { geometries.append(try Geometry(part)) }
            self = .collection(geometries)
            return
        }
        guard let value = json["coordinates"] else { throw .memberMissing("coordinates", of: type) }
        let reader = CoordinatesReader(type: type)
        switch type {
        case "Point": self = value == .array([]) ? .multiPoint([]) : .point(try reader.position(value))
        case "MultiPoint": self = .multiPoint(try reader.positions(value))
        case "LineString": self = .lineString(try reader.positions(value))
        case "MultiLineString": self = .multiLineString(try reader.rings(value))
        case "Polygon": self = .polygon(try reader.rings(value))
        case "MultiPolygon": self = .multiPolygon(try reader.list(value, of: "a list of rings", reader.rings))
        default: throw .typeUnknown(type)
        }
    }

    /// The geometry as a GeoJSON object.
    ///
    /// Rings are closed, outer ones counterclockwise, holes clockwise (RFC 7946, 3.1.6).
    package var json: JSONValue {
        switch self {
        case .point(let at): Self.object("Point", Self.position(at))
        case .multiPoint(let list): Self.object("MultiPoint", Self.positions(list))
        case .lineString(let list): Self.object("LineString", Self.positions(list))
        case .multiLineString(let lines): Self.object("MultiLineString", .array(lines.map(Self.positions)))
        case .polygon(let rings): Self.object("Polygon", Self.rings(rings))
        case .multiPolygon(let polygons): Self.object("MultiPolygon", .array(polygons.map(Self.rings)))
        case .collection(let parts):
            .object([("type", .string("GeometryCollection")), ("geometries", .array(parts.map(\.json)))])
        }
    }

    private static func object(_ type: String, _ value: JSONValue) -> JSONValue {
        .object([("type", .string(type)), ("coordinates", value)])
    }
    private static func position(_ at: Coordinate) -> JSONValue {
        .array([.number(at.longitude), .number(at.latitude)])
    }
    private static func positions(_ list: [Coordinate]) -> JSONValue { .array(list.map(position)) }

    private static func rings(_ rings: [[Coordinate]]) -> JSONValue {
        .array(
            rings.enumerated().map { place, ring in
                let closed = ring.closed
                let isRightHanded = (closed.signedArea >= 0) == (place == 0)
                return positions(isRightHanded ? closed : closed.reversed())
            })
    }
}

/// Reads the nested coordinate arrays of one geometry.
private struct CoordinatesReader {
    var type: String

    func list<Element>(
        _ value: JSONValue, of expected: String, _ read: (JSONValue) throws(GeometryError) -> Element
    ) throws(GeometryError) -> [Element] {
        guard let values = value.array else { throw .notAList(value, of: type, expected: expected) }
        var elements: [Element] = []
        elements.reserveCapacity(values.count)
        for value in values { elements.append(try read(value)) }
        return elements
    }

    func positions(_ value: JSONValue) throws(GeometryError) -> [Coordinate] {
        try list(value, of: "a list of positions", position)
    }
    func rings(_ value: JSONValue) throws(GeometryError) -> [[Coordinate]] {
        try list(value, of: "a list of rings or lines", positions)
    }

    func position(_ value: JSONValue) throws(GeometryError) -> Coordinate {
        guard let numbers = value.array, numbers.count >= 2, let x = numbers[0].number, let y = numbers[1].number else {
            throw .notAList(value, of: type, expected: "a position (at least two numbers)")
        }
        return Coordinate(longitude: x, latitude: y)
    }
}
