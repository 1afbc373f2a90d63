import Foundation

/// A point on the surface of the WGS 84 ellipsoid as geocentric x, y, z: neither pole nor 180th meridian is special in
/// these coordinates.
///
/// Units: metres from the Earth's centre.
@usableFromInline
package struct GeocentricPoint: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var z: Double

    package static let semiMajorAxis = 6_378_137.0
    package static let flattening = 1 / 298.257_223_563
    /// The smallest radius of curvature anywhere on the ellipsoid, b²/a, at the equator along the meridian.
    package static let leastRadiusOfCurvature = semiMajorAxis * (1 - flattening) * (1 - flattening)

    package init(x: Double, y: Double, z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }

    /// The surface point of a coordinate (height 0).
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

    /// The straight line through the Earth, in metres.
    package func chord(to other: GeocentricPoint) -> Double {
        let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
        return (dx * dx + dy * dy + dz * dz).squareRoot()
    }

    /// A length that the geodesic of a chord is never shorter than: the chord itself, for a straight line is the
    /// shortest.
    package static func leastGeodesic(ofChord chord: Double) -> Double { chord }

    /// A length that the geodesic of a chord is never longer than.
    ///
    ///     GeocentricPoint.mostGeodesic(ofChord: 100_000)      // 100001.038..., a metre more
    ///
    /// True of real numbers: add a micrometre where both lengths come out of arithmetic in Doubles.
    ///
    /// Proof. Let R = b²/a, the least radius of curvature of the ellipsoid (of the meridian, at the equator). A
    /// geodesic's curvature is the normal curvature of the surface in its direction, which by Euler's theorem lies
    /// between the principal ones, so it is at most 1/R. By Schwarz's case of Schur's comparison theorem a curve of
    /// length s ≤ 2πR whose curvature is at most 1/R spans a chord of at least 2R sin(s/2R), the chord of the circle of
    /// radius R. For s ≤ πR that sine grows with s, so s ≤ 2R asin(chord/2R). A shortest path may be longer than πR,
    /// but never than πa: the nearest-point projection onto a convex body shortens no curve, so that path is no longer
    /// than the one between the points' counterparts on the sphere of radius a around it. Its chord is then at least 2R
    /// sin(πa/2R); so below that the first bound holds, and above it πa does.
    ///
    /// Source: do Carmo, Differential Geometry of Curves and Surfaces, 3-2 (Euler); Chern, Curves and Surfaces in
    /// Euclidean Space, 5 (Schur, Schwarz).
    package static func mostGeodesic(ofChord chord: Double) -> Double {
        let diameter = 2 * leastRadiusOfCurvature
        return chord < shortestChordOfLongGeodesics ? diameter * asin(chord / diameter) : .pi * semiMajorAxis
    }

    /// 2R sin(πa/2R).
    private static let shortestChordOfLongGeodesics =
        2 * leastRadiusOfCurvature * sin(.pi * semiMajorAxis / (2 * leastRadiusOfCurvature))
}
