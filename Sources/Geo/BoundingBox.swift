/// A box of longitudes and latitudes, including its edges.
///
///     BoundingBox(west: 170, south: -20, east: -170, north: 0).contains(Coordinate(longitude: 179, latitude: -5))
///     // true
///
/// If `west` is greater than `east`, the box crosses the 180th meridian (RFC 7946, 5.2).
///
/// Units: degrees, in the order west, south, east, north.
package struct BoundingBox: Hashable, Sendable, Codable {
    package var west: Double
    package var south: Double
    package var east: Double
    package var north: Double

    package init(west: Double, south: Double, east: Double, north: Double) {
        self.west = west
        self.south = south
        self.east = east
        self.north = north
    }

    /// Whether the box crosses the 180th meridian.
    package var crossesAntimeridian: Bool { west > east }

    /// Whether longitudes are within ±180, latitudes within ±90, and south is not above north.
    package var isValid: Bool {
        [west, south, east, north].allSatisfy(\.isFinite) && abs(west) <= 180 && abs(east) <= 180 && abs(south) <= 90
            && abs(north) <= 90
            && south <= north
    }

    /// Whether the coordinate is in the box or on its edge.
    package func contains(_ coordinate: Coordinate) -> Bool {
        guard coordinate.latitude >= south, coordinate.latitude <= north else { return false }
        return crossesAntimeridian
            ? coordinate.longitude >= west || coordinate.longitude <= east
            : coordinate.longitude >= west && coordinate.longitude <= east
    }

    /// Boxes with the same area that do not cross the 180th meridian: two if this one crosses it, otherwise one.
    package var pieces: [BoundingBox] {
        guard crossesAntimeridian else { return [self] }
        return [
            BoundingBox(west: west, south: south, east: 180, north: north),
            BoundingBox(west: -180, south: south, east: east, north: north),
        ]
    }
}
