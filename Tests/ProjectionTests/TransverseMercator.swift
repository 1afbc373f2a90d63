import Foundation
import Geo

/// The transverse Mercator projection on WGS 84 by Krüger's series, accurate to a millimetre near its meridian.
///
/// Source: Krüger, Konforme Abbildung des Erdellipsoids in der Ebene (1912), in the form of Karney, J. Geodesy 85
/// (2011), section 3.
struct TransverseMercator {
    var centralMeridian: Double
    var scale: Double
    var falseEasting: Double
    var falseNorthing: Double

    func project(_ place: Coordinate) -> (x: Double, y: Double) {
        let (a, f) = (6_378_137.0, 1 / 298.257_223_563)
        let n = f / (2 - f)
        let radius = a / (1 + n) * (1 + n * n / 4 + pow(n, 4) / 64)
        let alphas = [
            n / 2 - 2 * n * n / 3 + 5 * pow(n, 3) / 16 + 41 * pow(n, 4) / 180,
            13 * n * n / 48 - 3 * pow(n, 3) / 5 + 557 * pow(n, 4) / 1_440,
            61 * pow(n, 3) / 240 - 103 * pow(n, 4) / 140, 49_561 * pow(n, 4) / 161_280,
        ]
        let sine = sin(place.latitude * .pi / 180)
        let eccentricity = (f * (2 - f)).squareRoot()
        let conformal = sinh(atanh(sine) - eccentricity * atanh(eccentricity * sine))
        let longitude = (place.longitude - centralMeridian) * .pi / 180
        var (xi, eta) = (
            atan2(conformal, cos(longitude)),
            asinh(sin(longitude) / (conformal * conformal + pow(cos(longitude), 2)).squareRoot())
        )
        let (xi0, eta0) = (xi, eta)
        for (place, alpha) in alphas.enumerated() {
            let multiple = 2 * Double(place + 1)
            xi += alpha * sin(multiple * xi0) * cosh(multiple * eta0)
            eta += alpha * cos(multiple * xi0) * sinh(multiple * eta0)
        }
        return (falseEasting + scale * radius * eta, falseNorthing + scale * radius * xi)
    }
}
