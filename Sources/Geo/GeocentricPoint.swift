import Foundation

/// A point on the surface of the WGS 84 ellipsoid as geocentric x, y, z: neither pole nor 180th meridian is special in these coordinates.
///
/// Units: metres from the Earth's centre.
public struct GeocentricPoint: Hashable, Sendable {
    public var x: Double
    public var y: Double
    public var z: Double

    public static let semiMajorAxis = 6_378_137.0
    public static let flattening = 1 / 298.257_223_563
    /// The smallest radius of curvature anywhere on the ellipsoid, b²/a, at the equator along the meridian.
    public static let leastRadiusOfCurvature = semiMajorAxis * (1 - flattening) * (1 - flattening)

    public init(x: Double, y: Double, z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }

    /// The surface point of a coordinate (height 0).
    public init(_ coordinate: Coordinate) {
        let longitude = coordinate.longitude * .pi / 180
        let latitude = coordinate.latitude * .pi / 180
        let squaredEccentricity = Self.flattening * (2 - Self.flattening)
        let sine = sin(latitude)
        let radius = Self.semiMajorAxis / (1 - squaredEccentricity * sine * sine).squareRoot()
        let fromAxis = radius * cos(latitude)
        self.init(x: fromAxis * cos(longitude), y: fromAxis * sin(longitude), z: radius * (1 - squaredEccentricity) * sine)
    }

    /// The straight line through the Earth, in metres.
    public func chord(to other: GeocentricPoint) -> Double {
        let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
        return (dx * dx + dy * dy + dz * dz).squareRoot()
    }

    /// A length that the geodesic of a chord is never shorter than: the chord itself, for a straight line is the shortest.
    public static func leastGeodesic(ofChord chord: Double) -> Double { chord }

    /// A length that the geodesic of a chord is never longer than; infinite for chords over the diameter of the smallest circle of curvature.
    ///
    /// A curve whose curvature is nowhere above 1/R, and no longer than πR, spans a chord of at least 2R sin(s/2R), which a circle of radius R spans.
    /// The geodesic is a normal section line, so its curvature is at most 1/R with R the least radius of curvature.
    /// Source: Schur's comparison theorem; do Carmo, Differential Geometry of Curves and Surfaces, 5-7.
    public static func mostGeodesic(ofChord chord: Double) -> Double {
        let ratio = chord / (2 * leastRadiusOfCurvature)
        return ratio < 1 ? 2 * leastRadiusOfCurvature * asin(ratio) : .infinity
    }
}
