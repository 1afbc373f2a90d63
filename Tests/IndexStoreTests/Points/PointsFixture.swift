import Foundation
import Geo
import TestSupport

@testable import IndexStore

/// Positions of a made-up catalog, and the files made from them.
struct PointsFixture {
    let coordinates: [Coordinate?]
    let kinds: [UInt8]

    /// Spread over the Earth and in clusters, with duplicates, both poles, both sides of the 180th meridian, and
    /// documents without a position.
    init(count: Int, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var coordinates: [Coordinate?] = []
        for _ in 0..<count {
            coordinates.append(Self.randomCoordinate(like: coordinates, &random))
        }
        self.coordinates = coordinates
        kinds = (0..<count).map { _ in
            Int.random(in: 0..<20, using: &random) == 0 ? 1 : UInt8.random(in: 0...1, using: &random) * 2
        }
    }

    init(_ coordinates: [Coordinate]) {
        self.coordinates = coordinates
        kinds = coordinates.map { _ in 0 }
    }

    private static func randomCoordinate(like others: [Coordinate?], _ random: inout SeededGenerator) -> Coordinate? {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return nil
        case 1:
            return Coordinate(
                longitude: .random(in: -180...180, using: &random), latitude: Bool.random(using: &random) ? 90 : -90)
        case 2:
            return Coordinate(
                longitude: Bool.random(using: &random) ? 180 : -180, latitude: .random(in: -90...90, using: &random))
        case 3, 4: return others.randomElement(using: &random) ?? nil
        case 5:
            return Coordinate(
                longitude: .random(in: -180...180, using: &random), latitude: .random(in: -90...90, using: &random))
        default:
            return Coordinate(
                longitude: .random(in: 114...117, using: &random), latitude: .random(in: -5 ... -1, using: &random))
        }
    }

    static func randomCentre(_ random: inout SeededGenerator) -> Coordinate {
        randomCoordinate(like: [], &random) ?? Coordinate(longitude: 115, latitude: -3)
    }

    var placed: [IndexedPoint] {
        zip(coordinates, kinds).enumerated().compactMap { ordinal, document in
            document.0.map { IndexedPoint(ordinal: ordinal, coordinate: $0, kind: document.1) }
        }
    }

    func writePoints(to directory: TemporaryDirectory) throws -> String {
        let path = directory.path + "/points.bin"
        let sorter = PointSorter(scratchDirectory: directory.path)
        for point in placed { try sorter.append(point) }
        let writer = try PointsWriter(path: path, pointCount: sorter.count, documentCount: coordinates.count)
        try sorter.drain { try writer.append($0) }
        try writer.finish()
        return path
    }

    func chord(from centre: Coordinate, to ordinal: Int) -> Double? {
        guard let coordinate = coordinates[ordinal] else { return nil }
        return GeocentricPoint(centre).chord(to: GeocentricPoint(coordinate))
    }

    /// A pseudorandom distance between the bounds that a chord sets for a geodesic, always the same for two places.
    ///
    /// A property that holds for every such distance also holds for the geodesic.
    func distance(from centre: Coordinate, to ordinal: Int) -> Double {
        guard let chord = chord(from: centre, to: ordinal), let place = coordinates[ordinal] else { return .nan }
        let upper = Self.maxDistance(ofChord: chord)
        var random = SeededGenerator(seed: place.longitude.bitPattern &* 31 &+ place.latitude.bitPattern)
        return max(chord, min(chord + (upper - chord) * .random(in: 0...1, using: &random), upper))
    }

    /// The inverse of `ChordBound.maxChord(forDistance:)`: half the equator for chords that have no smaller bound.
    private static func maxDistance(ofChord chord: Double) -> Double {
        let diameter = 2 * GeocentricPoint.minRadiusOfCurvature
        let halfEquator = Double.pi * GeocentricPoint.semiMajorAxis
        return chord < diameter * sin(halfEquator / diameter) ? diameter * asin(chord / diameter) : halfEquator
    }
}
