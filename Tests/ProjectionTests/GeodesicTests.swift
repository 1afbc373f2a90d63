import Geo
import Projection
import TestSupport
import Testing

@Suite("Geodesic")
struct GeodesicTests {
    private let geodesic = Geodesic.wgs84

    @Test("agrees with GeographicLib to a micrometre, including antipodes and poles")
    func geographicLib() throws {
        let rows = try Fixture.rows("geodesics")
        #expect(rows.count == 470)
        for row in rows {
            let numbers = try Fixture.numbers(row)
            let start = Coordinate(longitude: numbers[0], latitude: numbers[1])
            let end = Coordinate(longitude: numbers[2], latitude: numbers[3])
            #expect(abs(geodesic.distance(from: start, to: end) - numbers[4]) < 1e-6, "\(row)")
        }
    }

    @Test("agrees with Vincenty's formula to a millimetre", arguments: [UInt64(61), 62])
    func vincenty(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var compared = 0
        for _ in 0..<2_000 {
            let start = RandomPlaces.place(&random)
            let end = RandomPlaces.partner(of: start, &random)
            let metres = geodesic.distance(from: start, to: end)
            // Vincenty's formula does not converge for nearly antipodal points.
            guard metres < 1.9e7, let expected = Vincenty.metres(from: start, to: end) else { continue }
            compared += 1
            #expect(abs(metres - expected) < 1e-3, "\(start) to \(end), seed \(seed)")
        }
        #expect(compared > 1_000)
    }

    @Test("is symmetric, zero from a place to itself, and NaN for invalid coordinates")
    func basics() {
        var random = SeededGenerator(seed: 63)
        for _ in 0..<1_000 {
            let start = RandomPlaces.place(&random)
            let end = RandomPlaces.partner(of: start, &random)
            #expect(abs(geodesic.distance(from: start, to: end) - geodesic.distance(from: end, to: start)) < 1e-7)
            #expect(geodesic.distance(from: start, to: start) == 0)
        }
        let place = Coordinate(longitude: 115, latitude: -3)
        #expect(geodesic.distance(from: place, to: Coordinate(longitude: .nan, latitude: 0)).isNaN)
        #expect(geodesic.distance(from: place, to: Coordinate(longitude: 0, latitude: 90.1)).isNaN)
    }

    @Test("measures the distance to a point that was computed from it", arguments: [UInt64(64)])
    func inverse(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let start = RandomPlaces.place(&random)
            let metres = Double.random(in: 0...1.9e7, using: &random)
            let end = Geodesic.destination(
                from: start, azimuth: .random(in: -180...180, using: &random), metres: metres)
            #expect(end.isValid)
            #expect(abs(geodesic.distance(from: start, to: end) - metres) < 1e-5, "\(start), \(metres) m, seed \(seed)")
        }
    }

    @Test("gives the same result on many threads")
    func threads() async {
        let start = Coordinate(longitude: 114.84, latitude: -3.41)
        let end = Coordinate(longitude: 115.16, latitude: -2.93)
        let expected = geodesic.distance(from: start, to: end)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (0..<1_000).allSatisfy { _ in Geodesic.wgs84.distance(from: start, to: end) == expected }
                }
            }
            for await isSame in group { #expect(isSame) }
        }
    }
}
