import Geo
import Projection
import TestSupport
import Testing

@Suite("ChordBound")
struct ChordBoundTests {
    @Test("a geodesic is at least its chord, and its chord is at least the bound", arguments: [UInt64(71), 72, 73, 74])
    func chords(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<25_000 {
            let start = RandomPlaces.place(&random)
            let end = RandomPlaces.partner(of: start, &random)
            let metres = Geodesic.wgs84.distance(from: start, to: end)
            let chord = GeocentricPoint(start).chord(to: GeocentricPoint(end))
            let holds = metres >= chord - ChordBound.slack && ChordBound.maxChord(forDistance: metres) <= chord
            if !holds { Issue.record("\(start) to \(end): chord \(chord), geodesic \(metres), seed \(seed)") }
        }
    }

    @Test("the bound equals the chord along the meridian at the equator, and is a metre below 100 km")
    func tightness() {
        let equator = Coordinate(longitude: 115, latitude: 0)
        for metres in [10.0, 1_000, 100_000] {
            let start = Geodesic.destination(from: equator, azimuth: 180, metres: metres / 2)
            let end = Geodesic.destination(from: equator, azimuth: 0, metres: metres / 2)
            let chord = GeocentricPoint(start).chord(to: GeocentricPoint(end))
            let bound = ChordBound.maxChord(forDistance: metres)
            #expect(bound <= chord && chord - bound < 1e-4)
            #expect(metres - chord < 1.1)
        }
    }
}
