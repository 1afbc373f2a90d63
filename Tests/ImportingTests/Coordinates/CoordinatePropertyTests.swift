import Gazetteer
import Geo
import TestSupport
import Testing

@testable import Importing

@Suite("Random positions")
struct CoordinatePropertyTests {
    static let seed: UInt64 = 20_261_123
    static let check = CoordinateCheck(PlaceFixtures.table)

    /// A point near a village, with four or more decimals.
    private static func sample(_ random: inout SeededGenerator) throws -> (claim: PlaceResolution, point: Coordinate) {
        let village = try #require(PlaceFixtures.villages.filter { $0.coordinate != nil }.randomElement(using: &random))
        let centre = try #require(village.coordinate)
        func near(_ value: Double, _ random: inout SeededGenerator) -> Double {
            let moved = value + .random(in: -0.005...0.005, using: &random)
            return (moved * 10_000).rounded() / 10_000
        }
        let point = Coordinate(longitude: near(centre.longitude, &random), latitude: near(centre.latitude, &random))
        return (PlaceResolution(code: village.code.dotted, in: PlaceFixtures.table), point)
    }

    @Test("swapped axes, missing signs and missing separators are repaired; a correct position is kept")
    func repairs() throws {
        var random = SeededGenerator(seed: Self.seed)
        for _ in 0..<400 {
            let (claim, point) = try Self.sample(&random)
            let (longitude, latitude) = (point.longitude, point.latitude)
            let whole = ((longitude * 10_000).rounded(), (latitude * 10_000).rounded())
            let variants: [(Double, Double, CoordinateCause?)] = [
                (longitude, latitude, nil), (latitude, longitude, .swapped), (longitude, -latitude, .minusLost),
                (-latitude, longitude, .swappedAndMinusLost), (whole.0, whole.1, .separatorLost),
                (whole.1, whole.0, .separatorLost),
            ]
            for (first, second, cause) in variants {
                let verdict = Self.check.check(.degrees(longitude: first, latitude: second), claim: claim)
                #expect(
                    verdict.finding?.cause == cause, "seed \(Self.seed), \(first) \(second) for \(claim.code ?? "")")
                #expect(verdict.coordinate == point, "seed \(Self.seed), \(first) \(second) for \(claim.code ?? "")")
            }
        }
    }

    @Test("a position is stored only if it is plausible for the claimed village")
    func neverElsewhere() throws {
        var random = SeededGenerator(seed: Self.seed + 1)
        for _ in 0..<600 {
            let (claim, _) = try Self.sample(&random)
            let scales: [Double] = [1, 10, 100, 1e4, 1e6, 1e8]
            let scale = scales.randomElement(using: &random) ?? 1
            let first = Double.random(in: -180...180, using: &random) * scale
            let second = Double.random(in: -180...180, using: &random) * scale
            let written = WrittenPosition.degrees(longitude: first.rounded(), latitude: second)
            let verdict = Self.check.check(written, claim: claim)
            let code = try #require(claim.code)
            if let coordinate = verdict.coordinate {
                #expect(PlaceFixtures.table.isPlausible(coordinate, within: code) == true, "seed \(Self.seed + 1)")
            } else {
                #expect(verdict.finding != nil)
            }
        }
    }
}
