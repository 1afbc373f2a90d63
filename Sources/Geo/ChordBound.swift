import Foundation

/// Bounds between the chord and the geodesic of two points on the WGS 84 ellipsoid.
///
/// A geodesic is never shorter than its chord. ``maxChord(forDistance:)`` bounds the other direction.
package enum ChordBound {
    /// A margin in metres for the rounding errors of chords and geodesics, which are a few nanometres.
    package static let slack = 1e-6

    /// A chord length below which every geodesic is at most `distance` long.
    ///
    ///     ChordBound.maxChord(forDistance: 100_000)      // 99998.96..., about a metre less
    ///
    /// Proof. Let R = b²/a, the smallest radius of curvature of the ellipsoid. By Euler's theorem the curvature of a
    /// geodesic is at most 1/R. By Schwarz's case of Schur's comparison theorem, a curve of length s ≤ 2πR with
    /// curvature at most 1/R has a chord of at least 2R sin(s/2R). For s ≤ πR that grows with s, so a chord shorter
    /// than 2R sin(d/2R) belongs to a geodesic shorter than d. A geodesic may be longer than πR, but never than πa:
    /// the nearest-point projection onto a convex body shortens no curve, so it is no longer than the path between the
    /// corresponding points on the enclosing sphere of radius a. The chord of such a geodesic is at least
    /// 2R sin(πa/2R), so for shorter chords the first bound holds.
    ///
    /// Units: metres.
    /// Source: do Carmo, Differential Geometry of Curves and Surfaces, 3-2 (Euler); Chern, Curves and Surfaces in
    /// Euclidean Space, 5 (Schur, Schwarz).
    package static func maxChord(forDistance distance: Double) -> Double {
        let diameter = 2 * GeocentricPoint.minRadiusOfCurvature
        return min(diameter * sin(min(max(distance, 0) / diameter, .pi / 2)), shortestChordOfLongGeodesics) - slack
    }

    /// The smallest chord of a geodesic longer than πR: 2R sin(πa/2R).
    private static let shortestChordOfLongGeodesics =
        2 * GeocentricPoint.minRadiusOfCurvature
        * sin(.pi * GeocentricPoint.semiMajorAxis / (2 * GeocentricPoint.minRadiusOfCurvature))
}
