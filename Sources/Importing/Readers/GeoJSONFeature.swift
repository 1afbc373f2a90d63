import Geo
import JSON

/// The parts of a feature's text, or of a geometry's that stands without one.
struct GeoJSONFeature {
    /// An object that is neither.
    struct NotAFeature: Error {
        var type: String?
    }

    var properties: JSONText?
    /// Nil where the feature has none or null.
    var geometryText: JSONText?
    /// The feature's id where it is a text: numbers only count the features of their file, and would be mistaken for
    /// others'.
    var id: String?

    init(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        let text = JSONText(bytes)
        var type: String?
        var isGeometry = false
        try text.forEachMember { name, value in
            switch name {
            case "type": type = try value.cell()
            case "properties": properties = value.isNull ? nil : value
            case "geometry": geometryText = value.isNull ? nil : value
            case "id": id = value.isString ? try value.cell() : nil
            case "coordinates", "geometries": isGeometry = true
            default: break
            }
        }
        if isGeometry, type != "Feature" { geometryText = text }
        guard type == "Feature" || isGeometry else { throw NotAFeature(type: type) }
    }

    /// Throws: `GeometryError` where the geometry is none.
    func geometry() throws(GeometryError) -> Geometry? {
        guard let geometryText else { return nil }
        let value: JSONValue
        do throws(JSONText.Failure) {
            value = try geometryText.value()
        } catch {
            throw GeometryError("The geometry cannot be read: \(error.reason).")
        }
        return try Geometry(value)
    }
}

/// The columns of a file's features: every name their properties have, in the order met.
struct GeoJSONColumns {
    private(set) var names: [String] = []
    private(set) var hasGeometry = false
    private var indices: [String: Int] = [:]
    private var hasIDs = false

    mutating func add(_ feature: GeoJSONFeature) throws {
        if feature.geometryText != nil { hasGeometry = true }
        if feature.id != nil, indices["id"] == nil {
            hasIDs = true
            addName("id")
        }
        try feature.properties?.forEachMember { name, _ in
            if indices[name] == nil { addName(name) }
        }
    }

    private mutating func addName(_ name: String) {
        indices[name] = names.count
        names.append(name)
    }

    /// A property named "id" goes before the feature's own.
    func values(of feature: GeoJSONFeature) throws -> [String] {
        var values = [String](repeating: "", count: names.count)
        if hasIDs, let id = feature.id, let index = indices["id"] { values[index] = id }
        try feature.properties?.forEachMember { name, value in
            if let index = indices[name] { values[index] = try value.cell() }
        }
        return values
    }
}
