import Foundation

extension BoundingBox {
    /// A box around everything within a geodesic distance of a coordinate; never too small, and hardly too large.
    ///
    ///     BoundingBox(around: Coordinate(longitude: 179.9, latitude: -5), radiusMetres: 50_000)     // crosses the 180th meridian
    ///
    /// A circle around a pole gives all longitudes.
    ///
    /// Proof. On Bessel's auxiliary sphere, with reduced latitude β (tan β = (1-f) tan φ), a geodesic is a great circle
    /// of arc σ, and by Bessel's equations ds/dσ = a w and dλ/dω = w with w² = 1 - e²cos²β. As b/a ≤ w ≤ 1, a length r
    /// spans an arc of at most r/b, and a difference of longitude no larger than the sphere's. There the cap of radius
    /// σ spans β ± σ and, unless it holds a pole, λ ± asin(sin σ / cos β).
    ///
    /// Units: metres; the radius is taken as zero where it is negative.
    /// Source: Karney, Algorithms for geodesics, J. Geodesy 87 (2013), section 2.
    package init(around centre: Coordinate, radiusMetres: Double) {
        let flattening = GeocentricPoint.flattening
        let arc = max(radiusMetres, 0) / (GeocentricPoint.semiMajorAxis * (1 - flattening))
        let reduced = atan((1 - flattening) * tan(centre.latitude * .pi / 180))
        func latitude(reduced: Double) -> Double { atan(tan(reduced) / (1 - flattening)) * 180 / .pi }
        let holdsNorthPole = reduced + arc >= .pi / 2
        let holdsSouthPole = reduced - arc <= -.pi / 2
        self.init(
            west: -180, south: holdsSouthPole ? -90 : max(-90, latitude(reduced: reduced - arc) - Self.rounding),
            east: 180,
            north: holdsNorthPole ? 90 : min(90, latitude(reduced: reduced + arc) + Self.rounding))
        guard !holdsNorthPole, !holdsSouthPole else { return }
        let sine = sin(arc) / cos(reduced)
        // Just beside a pole the arc sine magnifies rounding beyond measure: all longitudes then.
        guard sine < 0.999 else { return }
        let halfWidth = asin(sine) * 180 / .pi + Self.rounding / cos(reduced)
        west = centre.longitude - halfWidth
        east = centre.longitude + halfWidth
        if west < -180 { west += 360 }
        if east > 180 { east -= 360 }
    }

    /// Degrees that cover the rounding above many times over: a tenth of a millimetre.
    private static let rounding = 1e-9
}
