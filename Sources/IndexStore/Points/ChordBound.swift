import Foundation

/// How chords bound geodesics on the WGS 84 ellipsoid: chord ≤ geodesic ≤ 2 R asin(chord / 2 R), R its least radius of curvature, b²/a.
@usableFromInline
enum ChordBound {
    /// Metres that cover the rounding of both, which is a few nanometres.
    @usableFromInline static let slack = 1e-6
    private static let leastRadius = 6_335_439.327

    /// The chord below which every geodesic is surely no longer than `distance`.
    @usableFromInline
    static func certain(within distance: Double) -> Double {
        let half = min(max(distance, 0) / (2 * leastRadius), .pi / 2)
        return 2 * leastRadius * sin(half) - slack
    }
}
