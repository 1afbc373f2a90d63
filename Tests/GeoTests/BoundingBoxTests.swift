import Geo
import Testing

@Suite("BoundingBox and Coordinate")
struct BoundingBoxTests {
    @Test("contains the coordinates inside it, also across the 180th meridian")
    func contains() {
        let box = BoundingBox(west: 170, south: -20, east: -170, north: 0)
        #expect(box.crossesAntimeridian)
        for (longitude, isInside) in [
            (179.0, true), (-179, true), (170, true), (-170, true), (180, true), (-180, true), (0, false),
            (169.9, false),
        ] {
            #expect(box.contains(Coordinate(longitude: longitude, latitude: -5)) == isInside)
        }
        #expect(!box.contains(Coordinate(longitude: 179, latitude: 0.1)))
        #expect(box.contains(Coordinate(longitude: 179, latitude: 0)))
        let plain = BoundingBox(west: 114, south: -5, east: 117, north: -1)
        #expect(plain.contains(Coordinate(longitude: 114, latitude: -5)))
        #expect(!plain.contains(Coordinate(longitude: 113.9, latitude: -3)))
    }

    @Test("splits into boxes that do not cross the 180th meridian")
    func pieces() {
        let box = BoundingBox(west: 170, south: -20, east: -170, north: 0)
        #expect(
            box.pieces == [
                BoundingBox(west: 170, south: -20, east: 180, north: 0),
                BoundingBox(west: -180, south: -20, east: -170, north: 0),
            ])
        let plain = BoundingBox(west: 114, south: -5, east: 117, north: -1)
        #expect(plain.pieces == [plain])
    }

    @Test("is valid only on Earth")
    func validity() {
        #expect(BoundingBox(west: -180, south: -90, east: 180, north: 90).isValid)
        for box in [
            BoundingBox(west: -181, south: 0, east: 0, north: 1), BoundingBox(west: 0, south: 2, east: 1, north: 1),
            BoundingBox(west: 0, south: 0, east: 1, north: 91), BoundingBox(west: .nan, south: 0, east: 1, north: 1),
        ] {
            #expect(!box.isValid)
        }
        #expect(Coordinate(longitude: -180, latitude: 90).isValid)
        #expect(!Coordinate(longitude: 114, latitude: -90.1).isValid)
        #expect(!Coordinate(longitude: .infinity, latitude: 0).isValid)
    }
}
