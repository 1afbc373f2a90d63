import Geo
import JSON

/// The members of a feature, or of a geometry without a feature.
struct GeoJSONFeature {
    /// An object of another type.
    struct NotAFeature: Error {
        var type: String?
    }

    var properties: JSONText?
    /// Nil if the feature has no geometry, or null.
    var geometryText: JSONText?
    /// The feature id if it is a string.
    ///
    /// Numeric ids are ignored: they only number the features of one file, and would collide with those of others.
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

    /// - Throws: `GeometryError` if the geometry is invalid.
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

/// The columns of a file: the names of all properties in order of appearance.
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

    /// The values of a feature.
    ///
    /// A property named "id" has precedence over the id of the feature.
    func values(of feature: GeoJSONFeature) throws -> [String] {
        var values = [String](repeating: "", count: names.count)
        if hasIDs, let id = feature.id, let index = indices["id"] { values[index] = id }
        try feature.properties?.forEachMember { name, value in
            if let index = indices[name] { values[index] = try value.cell() }
        }
        return values
    }
}
