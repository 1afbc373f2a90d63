import Foundation
import Geo

/// How chords bound geodesics on the WGS 84 ellipsoid; see ``GeocentricPoint/mostGeodesic(ofChord:)``.
@usableFromInline
enum ChordBound {
    /// Metres that cover the rounding of both, which is a few nanometres.
    @usableFromInline static let slack = 1e-6

    /// The chord below which every geodesic is surely no longer than `distance`.
    @usableFromInline
    static func certain(within distance: Double) -> Double {
        let diameter = 2 * GeocentricPoint.leastRadiusOfCurvature
        return diameter * sin(min(max(distance, 0) / diameter, .pi / 2)) - slack
    }
}
