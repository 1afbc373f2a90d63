import Foundation

/// A point on the WGS 84 ellipsoid as geocentric x, y, z.
///
/// Poles and the 180th meridian need no special treatment.
///
/// Units: metres from the centre of the Earth.
@usableFromInline
package struct GeocentricPoint: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var z: Double

    /// The equatorial radius of the WGS 84 ellipsoid in metres.
    package static let semiMajorAxis = 6_378_137.0
    /// The flattening of the WGS 84 ellipsoid.
    package static let flattening = 1 / 298.257_223_563
    /// The smallest radius of curvature of the ellipsoid, b²/a: that of the meridian at the equator.
    package static let minRadiusOfCurvature = semiMajorAxis * (1 - flattening) * (1 - flattening)

    package init(x: Double, y: Double, z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }

    /// The surface point of a coordinate, at height 0.
    package init(_ coordinate: Coordinate) {
        let longitude = coordinate.longitude * .pi / 180
        let latitude = coordinate.latitude * .pi / 180
        let squaredEccentricity = Self.flattening * (2 - Self.flattening)
        let sine = sin(latitude)
        let radius = Self.semiMajorAxis / (1 - squaredEccentricity * sine * sine).squareRoot()
        let fromAxis = radius * cos(latitude)
        self.init(
            x: fromAxis * cos(longitude), y: fromAxis * sin(longitude), z: radius * (1 - squaredEccentricity) * sine)
    }

    /// The length of the straight line to another point, in metres.
    package func chord(to other: GeocentricPoint) -> Double {
        let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
        return (dx * dx + dy * dy + dz * dz).squareRoot()
    }
}
