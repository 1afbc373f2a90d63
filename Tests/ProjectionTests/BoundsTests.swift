import Geo
import Projection
import TestSupport
import Testing

@Suite("Bounds of geodesics")
struct BoundsTests {
    /// What covers the rounding of chord and geodesic.
    private static let slack = 1e-6

    @Test("a geodesic is never shorter than its chord, nor longer than the bound", arguments: [UInt64(71), 72, 73, 74])
    func chords(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<25_000 {
            let start = RandomPlaces.place(&random)
            let end = RandomPlaces.partner(of: start, &random)
            let metres = Geodesic.wgs84.distance(from: start, to: end)
            let chord = GeocentricPoint(start).chord(to: GeocentricPoint(end))
            let holds =
                metres >= GeocentricPoint.leastGeodesic(ofChord: chord) - Self.slack
                && metres <= GeocentricPoint.mostGeodesic(ofChord: chord) + Self.slack
            if !holds { Issue.record("\(start) to \(end): chord \(chord), geodesic \(metres), seed \(seed)") }
        }
    }

    @Test("the bound is met along the meridian at the equator, and a metre wide at 100 km")
    func tightness() {
        for metres in [10.0, 1_000, 100_000] {
            let start = Geodesic.wgs84.destination(
                from: Coordinate(longitude: 115, latitude: 0), azimuth: 180, metres: metres / 2)
            let end = Geodesic.wgs84.destination(
                from: Coordinate(longitude: 115, latitude: 0), azimuth: 0, metres: metres / 2)
            let chord = GeocentricPoint(start).chord(to: GeocentricPoint(end))
            let most = GeocentricPoint.mostGeodesic(ofChord: chord)
            #expect(most >= metres - Self.slack && most - metres < 1e-4)
            #expect(metres - chord < 1.1)
        }
    }

    @Test("a circle's box holds all of the circle, and little more", arguments: [UInt64(75), 76])
    func circles(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let centre = RandomPlaces.place(&random)
            let radii: [Double] = [0, 0.01, 10, 1_000, 25_000, 500_000, 5e6, 1.5e7]
            let radius = radii.randomElement(using: &random) ?? 0
            let box = BoundingBox(around: centre, radiusMetres: radius)
            #expect(box.isValid, "\(centre), \(radius) m, seed \(seed)")
            for step in 0..<24 {
                let reach = step.isMultiple(of: 3) ? Double.random(in: 0...radius, using: &random) : radius
                let place = Geodesic.wgs84.destination(from: centre, azimuth: Double(step) * 15, metres: reach)
                #expect(box.contains(place), "\(centre), \(radius) m, \(place), seed \(seed)")
            }
            guard radius >= 10, radius <= 500_000, abs(centre.latitude) < 80 else { continue }
            let north = Coordinate(longitude: centre.longitude, latitude: box.north)
            let east = Coordinate(longitude: box.east, latitude: centre.latitude)
            #expect(Geodesic.wgs84.distance(from: centre, to: north) < radius * 1.01)
            #expect(Geodesic.wgs84.distance(from: centre, to: east) < radius * (abs(centre.latitude) < 60 ? 1.02 : 1.3))
        }
    }
}
