/// A GeoJSON geometry (RFC 7946, 3.1): positions as coordinates, heights left out.
public enum Geometry: Hashable, Sendable {
    case point(Coordinate)
    case multiPoint([Coordinate])
    case lineString([Coordinate])
    case multiLineString([[Coordinate]])
    /// Rings, the outer one first; each closed.
    case polygon([[Coordinate]])
    case multiPolygon([[[Coordinate]]])
    case collection([Geometry])
}

/// A geometry that cannot be used.
public struct GeometryError: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String
    public init(_ description: String) { self.description = description }
}

extension Geometry {
    /// Reads a GeoJSON geometry object.
    ///
    /// Throws: `GeometryError` that says what is missing or wrong.
    public init(_ json: JSONValue) throws(GeometryError) {
        guard let type = json["type"]?.string else { throw GeometryError("The geometry has no 'type'.") }
        if type == "GeometryCollection" {
            guard let parts = json["geometries"]?.array else { throw GeometryError("The GeometryCollection has no 'geometries'.") }
            var geometries: [Geometry] = []
            for part in parts { geometries.append(try Geometry(part)) }
            self = .collection(geometries)
            return
        }
        guard let value = json["coordinates"] else { throw GeometryError("The geometry of type '\(type)' has no 'coordinates'.") }
        switch type {
        case "Point": self = .point(try Self.position(value))
        case "MultiPoint": self = .multiPoint(try Self.list(value, Self.position))
        case "LineString": self = .lineString(try Self.list(value, Self.position))
        case "MultiLineString": self = .multiLineString(try Self.list(value, Self.positions))
        case "Polygon": self = .polygon(try Self.list(value, Self.positions))
        case "MultiPolygon": self = .multiPolygon(try Self.list(value, Self.rings))
        default: throw GeometryError("The geometry type '\(type)' is unknown.")
        }
    }

    private static func list<Element>(
        _ value: JSONValue, _ read: (JSONValue) throws(GeometryError) -> Element
    ) throws(GeometryError) -> [Element] {
        guard let values = value.array else { throw GeometryError("The coordinates are not nested as the geometry's type asks.") }
        var elements: [Element] = []
        elements.reserveCapacity(values.count)
        for value in values { elements.append(try read(value)) }
        return elements
    }

    private static func positions(_ value: JSONValue) throws(GeometryError) -> [Coordinate] { try list(value, position) }
    private static func rings(_ value: JSONValue) throws(GeometryError) -> [[Coordinate]] { try list(value, positions) }

    private static func position(_ value: JSONValue) throws(GeometryError) -> Coordinate {
        guard let numbers = value.array, numbers.count >= 2, let x = numbers[0].number, let y = numbers[1].number else {
            throw GeometryError("A position is not a list of at least two numbers.")
        }
        return Coordinate(longitude: x, latitude: y)
    }

    /// The geometry as a GeoJSON object.
    public var json: JSONValue {
        func position(_ at: Coordinate) -> JSONValue { .array([.number(at.longitude), .number(at.latitude)]) }
        func positions(_ list: [Coordinate]) -> JSONValue { .array(list.map(position)) }
        func rings(_ list: [[Coordinate]]) -> JSONValue { .array(list.map(positions)) }
        func object(_ type: String, _ value: JSONValue) -> JSONValue { .object([("type", .string(type)), ("coordinates", value)]) }
        switch self {
        case .point(let at): return object("Point", position(at))
        case .multiPoint(let list): return object("MultiPoint", positions(list))
        case .lineString(let list): return object("LineString", positions(list))
        case .multiLineString(let list): return object("MultiLineString", rings(list))
        case .polygon(let list): return object("Polygon", rings(list))
        case .multiPolygon(let list): return object("MultiPolygon", .array(list.map(rings)))
        case .collection(let parts): return .object([("type", .string("GeometryCollection")), ("geometries", .array(parts.map(\.json)))])
        }
    }
}
