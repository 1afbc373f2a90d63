import JSON

/// A GeoJSON geometry (RFC 7946, 3.1) without heights.
///
/// Units: degrees as in GeoJSON, or those of the CRS of a file. Operations are planar.
package enum Geometry: Hashable, Sendable {
    case point(Coordinate)
    case multiPoint([Coordinate])
    case lineString([Coordinate])
    case multiLineString([[Coordinate]])
    /// The outer ring, then the holes. Rings need not be closed.
    case polygon([[Coordinate]])
    case multiPolygon([[[Coordinate]]])
    case collection([Geometry])
}

/// An invalid geometry.
package struct GeometryError: Error, Hashable, Sendable, CustomStringConvertible {
    package var description: String
    package init(_ description: String) { self.description = description }
}

/// The messages about GeoJSON geometries.
extension GeometryError {
    static func typeMissing(_ json: JSONValue) -> Self {
        Self("The geometry \(excerpt(json)) has no 'type': expected a GeoJSON geometry object.")
    }

    static func typeUnknown(_ type: String) -> Self {
        Self(
            "The geometry type '\(type)' is unknown: expected Point, MultiPoint, LineString, MultiLineString, Polygon, "
                + "MultiPolygon or GeometryCollection."
        )
    }

    static func memberMissing(_ name: String, of type: String) -> Self {
        Self("The geometry of type '\(type)' has no '\(name)'.")
    }

    static func notAList(_ json: JSONValue, of type: String, expected: String) -> Self {
        Self("The coordinates of a \(type) hold \(excerpt(json)) where \(expected) was expected.")
    }

    private static func excerpt(_ json: JSONValue) -> String {
        let text = json.text
        return text.count <= 40 ? text : text.prefix(37) + "..."
    }
}
