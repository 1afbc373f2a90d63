import Geo
import TestSupport

/// Random coordinates, including those that are difficult for geodesic algorithms.
enum RandomPlaces {
    static func place(_ random: inout SeededGenerator) -> Coordinate {
        let (latitudes, longitudes): ([Double], [Double]) = (
            [-90, 90, 0, 89.999_999, -89.999_999], [-180, 180, 0, 90]
        )
        let latitude =
            switch Int.random(in: 0..<8, using: &random) {
            case 0: latitudes.randomElement(using: &random) ?? 0
            case 1: Double.random(in: -1e-7...1e-7, using: &random)
            default: Double.random(in: -90...90, using: &random)
            }
        let isAnywhere = Bool.random(using: &random)
        let longitude =
            isAnywhere ? Double.random(in: -180...180, using: &random) : longitudes.randomElement(using: &random) ?? 0
        return Coordinate(longitude: longitude, latitude: latitude)
    }

    /// A second coordinate: anywhere, near the first at all scales, or near its antipode.
    static func partner(of place: Coordinate, _ random: inout SeededGenerator) -> Coordinate {
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            let shift = shift([0, 1e-9, 1e-3, 0.1, 1], &random)
            return valid(place.longitude + 180 + shift.0, -place.latitude + shift.1)
        case 1:
            let shift = shift([1e-12, 1e-9, 1e-6, 1e-3, 0.1, 1, 10], &random)
            return valid(place.longitude + shift.0, place.latitude + shift.1)
        default: return Self.place(&random)
        }
    }

    private static func shift(_ spreads: [Double], _ random: inout SeededGenerator) -> (Double, Double) {
        let spread = spreads.randomElement(using: &random) ?? 0
        return (Double.random(in: -1...1, using: &random) * spread, Double.random(in: -1...1, using: &random) * spread)
    }

    private static func valid(_ longitude: Double, _ latitude: Double) -> Coordinate {
        Coordinate(
            longitude: longitude > 180 ? longitude - 360 : max(-180, longitude), latitude: min(90, max(-90, latitude)))
    }
}
