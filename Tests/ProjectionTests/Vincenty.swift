import Foundation
import Geo

/// Vincenty's inverse formula, accurate to a millimetre.
///
/// Returns nil near antipodes, where it does not converge.
///
/// Source: Vincenty, Direct and Inverse Solutions of Geodesics on the Ellipsoid, Survey Review 23 (1975).
enum Vincenty {
    static func metres(from start: Coordinate, to end: Coordinate) -> Double? {
        let (a, f) = (6_378_137.0, 1 / 298.257_223_563)
        let b = a * (1 - f)
        let difference = (end.longitude - start.longitude) * .pi / 180
        let (u1, u2) = (atan((1 - f) * tan(start.latitude * .pi / 180)), atan((1 - f) * tan(end.latitude * .pi / 180)))
        var lambda = difference
        for _ in 0..<200 {
            let across = cos(u2) * sin(lambda)
            let along = cos(u1) * sin(u2) - sin(u1) * cos(u2) * cos(lambda)
            let sineSigma = (across * across + along * along).squareRoot()
            guard sineSigma > 0 else { return 0 }
            let cosineSigma = sin(u1) * sin(u2) + cos(u1) * cos(u2) * cos(lambda)
            let sigma = atan2(sineSigma, cosineSigma)
            let sineAlpha = cos(u1) * cos(u2) * sin(lambda) / sineSigma
            let cosineSquaredAlpha = 1 - sineAlpha * sineAlpha
            let middle = cosineSquaredAlpha == 0 ? 0 : cosineSigma - 2 * sin(u1) * sin(u2) / cosineSquaredAlpha
            let c = f / 16 * cosineSquaredAlpha * (4 + f * (4 - 3 * cosineSquaredAlpha))
            let before = lambda
            lambda =
                difference + (1 - c) * f * sineAlpha
                * (sigma + c * sineSigma * (middle + c * cosineSigma * (-1 + 2 * middle * middle)))
            guard abs(lambda - before) < 1e-13 else { continue }
            let square = cosineSquaredAlpha * (a * a - b * b) / (b * b)
            let bigA = 1 + square / 16_384 * (4_096 + square * (-768 + square * (320 - 175 * square)))
            let bigB = square / 1_024 * (256 + square * (-128 + square * (74 - 47 * square)))
            let inner = cosineSigma * (-1 + 2 * middle * middle)
            let outer = bigB / 6 * middle * (-3 + 4 * sineSigma * sineSigma) * (-3 + 4 * middle * middle)
            return b * bigA * (sigma - bigB * sineSigma * (middle + bigB / 4 * (inner - outer)))
        }
        return nil
    }
}
