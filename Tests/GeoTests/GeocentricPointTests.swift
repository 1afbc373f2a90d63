import Geo
import Testing

@Suite("GeocentricPoint")
struct GeocentricPointTests {
    @Test("converts coordinates to points on the ellipsoid")
    func positions() {
        let equator = GeocentricPoint(Coordinate(longitude: 0, latitude: 0))
        #expect(equator.x == 6_378_137 && equator.y == 0 && equator.z == 0)
        let pole = GeocentricPoint(Coordinate(longitude: 50, latitude: 90))
        #expect(abs(pole.z - 6_356_752.314_245) < 1e-6 && abs(pole.x) < 1e-6)
        // echo 114.84 -3.41 0 | cs2cs -f %.4f +proj=longlat +datum=WGS84 +to +proj=geocent +datum=WGS84
        let martapura = GeocentricPoint(Coordinate(longitude: 114.84, latitude: -3.41))
        #expect(
            abs(martapura.x - -2_674_652.0845) < 1e-3 && abs(martapura.y - 5_777_880.4268) < 1e-3
                && abs(martapura.z - -376_840.1849) < 1e-3
        )
    }

    @Test("the chord bound grows with the distance up to a limit, and is negative for no distance")
    func chordBound() {
        var last = ChordBound.maxChord(forDistance: -1)
        #expect(last < 0)
        for distance in stride(from: 0.0, through: 20_100_000, by: 997) {
            let chord = ChordBound.maxChord(forDistance: distance)
            #expect(chord >= last && chord < max(distance, 1e-9))
            last = chord
        }
        #expect(last < 2 * GeocentricPoint.minRadiusOfCurvature)
        #expect(abs(ChordBound.maxChord(forDistance: 100_001.038) - 100_000) < 1e-3)
    }
}
