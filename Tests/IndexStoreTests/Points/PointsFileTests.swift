import Geo
import TestSupport
import Testing

@testable import IndexStore

@Suite("points.bin against a plain scan")
struct PointsFileTests {
    /// Sizes around the fan-out and its powers.
    static let sizes = [0, 1, 2, 15, 16, 17, 18, 255, 256, 300, 4200]

    private func open(_ fixture: PointsFixture) throws -> PointsFile {
        let directory = try TemporaryDirectory()
        return try PointsFile(path: fixture.writePoints(to: directory))
    }

    @Test("the nearest by chord, of some kinds, under a filter", arguments: sizes)
    func nearestByChord(size: Int) throws {
        let fixture = PointsFixture(count: size, seed: UInt64(size))
        let points = try open(fixture)
        #expect(points.count == fixture.placed.count)
        var random = SeededGenerator(seed: 1)
        for round in 0..<150 {
            let centre = PointsFixture.randomCentre(&random)
            let kinds = [KindSet.all, KindSet(kind: 1), [KindSet(kind: 0), KindSet(kind: 2)], []][round % 4]
            let accepts = { (ordinal: Int) in round % 3 != 0 || ordinal % 5 == 2 }
            let count = [1, 10, 40, size + 1][round % 4]
            let scan = fixture.placed.filter { kinds.contains(KindSet(kind: $0.kind)) && accepts($0.ordinal) }
                .compactMap { point in
                    fixture.chord(from: centre, to: point.ordinal).map {
                        Neighbour(ordinal: point.ordinal, distance: $0)
                    }
                }
                .sorted().prefix(count)
            let found = points.nearest(to: GeocentricPoint(centre), count: count, kinds: kinds, where: accepts)
            #expect(found == Array(scan), "\(centre)")
        }
    }

    @Test("the nearest by any distance a geodesic could be, with ties, a radius, and page after page", arguments: sizes)
    func nearestByDistance(size: Int) throws {
        let fixture = PointsFixture(count: size, seed: UInt64(size) + 100)
        let points = try open(fixture)
        var random = SeededGenerator(seed: 2)
        for round in 0..<150 {
            let centre = PointsFixture.randomCentre(&random)
            let radius = [Double.infinity, 0, 20_000, 300_000, 9e6][round % 5]
            let accepts = { (ordinal: Int) in round % 3 != 0 || ordinal % 2 == 0 }
            let scan = fixture.placed.filter { accepts($0.ordinal) }
                .map { Neighbour(ordinal: $0.ordinal, distance: fixture.distance(from: centre, to: $0.ordinal)) }
                .filter { $0.distance <= radius }.sorted()
            let count = round % 10 == 9 ? max(size / 5, 1) : 10
            var found: [Neighbour] = []
            var pages = 0
            while pages < 5 {
                let page = points.nearest(to: centre, count: count, within: radius, after: found.last, where: accepts) {
                    fixture.distance(from: centre, to: $0)
                }
                found += page
                pages += 1
                if page.count < count { break }
            }
            #expect(found == Array(scan.prefix(pages * count)), "\(centre) within \(radius)")
        }
    }

    @Test("everything within a chord or a distance", arguments: sizes)
    func within(size: Int) throws {
        let fixture = PointsFixture(count: size, seed: UInt64(size) + 200)
        let points = try open(fixture)
        var random = SeededGenerator(seed: 3)
        for round in 0..<150 {
            let centre = round % 3 == 0 ? fixture.placed.randomElement(using: &random)?.coordinate : nil
            let from = centre ?? PointsFixture.randomCentre(&random)
            let radius = [0, 1, 5000, 50_000, 1e6, 1.3e7, 3e7][round % 7]
            let kinds = round % 2 == 0 ? KindSet.all : KindSet(kind: 2)
            let wanted = fixture.placed.filter { kinds.contains(KindSet(kind: $0.kind)) }.map(\.ordinal)
            var byChord: [Int] = []
            points.forEach(withinChord: radius, of: GeocentricPoint(from), kinds: kinds) { ordinal, chord in
                #expect(chord == fixture.chord(from: from, to: ordinal))
                byChord.append(ordinal)
                return true
            }
            #expect(byChord.sorted() == wanted.filter { fixture.chord(from: from, to: $0) ?? .infinity <= radius })
            var byDistance: [Int] = []
            points.forEach(within: radius, of: from, kinds: kinds, distance: { fixture.distance(from: from, to: $0) }) {
                byDistance.append($0)
            }
            #expect(byDistance.sorted() == wanted.filter { fixture.distance(from: from, to: $0) <= radius })
        }
    }

    @Test("everything in a box: over the 180th meridian, at poles, points, lines, the whole Earth", arguments: sizes)
    func box(size: Int) throws {
        let fixture = PointsFixture(count: size, seed: UInt64(size) + 300)
        let points = try open(fixture)
        var random = SeededGenerator(seed: 4)
        for round in 0..<600 {
            let box = Self.randomBox(round, fixture, &random)
            let kinds = round % 2 == 0 ? KindSet.all : KindSet(kind: 2)
            let wanted = fixture.placed.filter { kinds.contains(KindSet(kind: $0.kind)) && box.contains($0.coordinate) }
            var found: [Int] = []
            points.forEach(in: box, kinds: kinds, coordinate: { fixture.coordinates[$0] }) { ordinal in
                found.append(ordinal)
                return true
            }
            #expect(found.sorted() == wanted.map(\.ordinal), "\(box)")
            var first: [Int] = []
            points.forEach(in: box, kinds: kinds, coordinate: { fixture.coordinates[$0] }) { ordinal in
                first.append(ordinal)
                return first.count < 3
            }
            #expect(first == Array(found.prefix(3)))
        }
    }

    /// Boxes of every width and height; often with a document's position as a corner, where the edge decides.
    private static func randomBox(_ round: Int, _ fixture: PointsFixture, _ random: inout SeededGenerator)
        -> BoundingBox
    {
        let (first, second) = (corner(fixture, &random), corner(fixture, &random))
        let (south, north) = (min(first.latitude, second.latitude), max(first.latitude, second.latitude))
        switch round % 5 {
        case 0: return BoundingBox(west: -180, south: -90, east: 180, north: 90)
        case 1: return BoundingBox(west: first.longitude, south: south, east: first.longitude, north: north)
        case 2:
            return BoundingBox(
                west: min(first.longitude, second.longitude), south: south,
                east: max(first.longitude, second.longitude), north: north)
        // From the first to the second whichever lies in the west, so half of them cross the 180th meridian.
        default: return BoundingBox(west: first.longitude, south: south, east: second.longitude, north: north)
        }
    }

    private static func corner(_ fixture: PointsFixture, _ random: inout SeededGenerator) -> Coordinate {
        let known = Bool.random(using: &random) ? fixture.placed.randomElement(using: &random)?.coordinate : nil
        return known ?? PointsFixture.randomCentre(&random)
    }

    @Test("asks only about documents beside the edge of a box")
    func certainBox() throws {
        let fixture = PointsFixture(count: 20_000, seed: 8)
        let points = try open(fixture)
        var (asked, found) = (0, 0)
        points.forEach(
            in: BoundingBox(west: 114.5, south: -4.5, east: 116.5, north: -1.5),
            coordinate: { ordinal in
                asked += 1
                return fixture.coordinates[ordinal]
            }
        ) { _ in
            found += 1
            return true
        }
        #expect(found > 1000 && asked < 10)
    }

    @Test("gives duplicates in the order of their ordinals, across pages")
    func duplicates() throws {
        let place = Coordinate(longitude: 115, latitude: -3)
        let points = try open(PointsFixture([Coordinate](repeating: place, count: 100)))
        var after: Neighbour?
        for page in 0..<20 {
            let found = points.nearest(to: place, count: 5, after: after) { _ in 0 }
            #expect(found.map(\.ordinal) == Array(page * 5..<page * 5 + 5))
            after = found.last
        }
        #expect(points.nearest(to: place, count: 5, after: after) { _ in 0 }.isEmpty)
    }

    @Test("asks once for the distance of a place, however many documents stand there")
    func crowdedPlaces() throws {
        let places = (0..<20).map { Coordinate(longitude: 115 + 0.01 * Double($0), latitude: -3) }
        let fixture = PointsFixture((0..<6000).map { places[$0 % 3 == 0 ? 0 : $0 % 20] })
        let points = try open(fixture)
        for centre in [places[0], places[3], Coordinate(longitude: 114.9, latitude: -3.1)] {
            var asked = 0
            let found = points.nearest(to: centre, count: 500) { ordinal in
                asked += 1
                return fixture.distance(from: centre, to: ordinal)
            }
            let scan = fixture.placed.map {
                Neighbour(ordinal: $0.ordinal, distance: fixture.distance(from: centre, to: $0.ordinal))
            }
            #expect(found == Array(scan.sorted().prefix(500)))
            #expect(asked <= places.count)
        }
    }

    @Test("asks for few more distances than it returns")
    func fewDistances() throws {
        let fixture = PointsFixture(count: 20_000, seed: 8)
        let points = try open(fixture)
        var random = SeededGenerator(seed: 9)
        var asked = 0
        for _ in 0..<200 {
            let centre = Coordinate(
                longitude: .random(in: 114...117, using: &random), latitude: .random(in: -5 ... -1, using: &random))
            let found = points.nearest(to: centre, count: 10) { ordinal in
                asked += 1
                return fixture.distance(from: centre, to: ordinal)
            }
            #expect(found.count == 10)
        }
        #expect(asked < 200 * 13)
        asked = 0
        points.forEach(
            within: 100_000, of: Coordinate(longitude: 115, latitude: -3),
            distance: { _ in
                asked += 1
                return 0
            }
        ) { _ in }
        #expect(asked < 10)
    }

    @Test("refuses what cannot lie on the map, and a count that does not hold")
    func refusals() throws {
        let directory = try TemporaryDirectory()
        let sorter = PointSorter(scratchDirectory: directory.path)
        let nowhere = IndexedPoint(ordinal: 3, coordinate: Coordinate(longitude: 181, latitude: .nan), kind: 1)
        let error = #expect(throws: IndexStoreError.self) { try sorter.append(nowhere) }
        #expect(
            error?.message
                == "Document 3 cannot be put on the map: longitude 181.0, latitude nan, kind 1. This is a bug in "
                + "Banua; please report it."
        )
        let here = Coordinate(longitude: 115, latitude: -3)
        #expect(throws: IndexStoreError.self) { try sorter.append(IndexedPoint(ordinal: 3, coordinate: here, kind: 8)) }
        let writer = try PointsWriter(path: directory.path + "/p", pointCount: 1, documentCount: 2)
        #expect(throws: IndexStoreError.self) { try writer.finish() }
        #expect(throws: IndexStoreError.self) { try writer.append(IndexedPoint(ordinal: 2, coordinate: here, kind: 0)) }
        try writer.append(IndexedPoint(ordinal: 1, coordinate: here, kind: 0))
        #expect(throws: IndexStoreError.self) { try writer.append(IndexedPoint(ordinal: 0, coordinate: here, kind: 0)) }
    }

    @Test("survives any damaged byte: an error, or an answer within bounds, never a crash", arguments: [3, 40])
    func damage(size: Int) throws {
        let directory = try TemporaryDirectory()
        let path = try PointsFixture(count: size, seed: 4).writePoints(to: directory)
        let centre = Coordinate(longitude: 115, latitude: -3)
        try Damage.tryEveryByte(of: path) { path in
            let points = try PointsFile(path: path)
            let nearest = points.nearest(to: centre, count: 100, after: Neighbour(ordinal: 2, distance: 5)) {
                Double($0)
            }
            #expect(nearest.allSatisfy { $0.ordinal < points.documentCount })
            points.forEach(withinChord: 1e9, of: GeocentricPoint(centre)) { ordinal, _ in
                #expect(ordinal < points.documentCount)
                return true
            }
            let box = BoundingBox(west: 100, south: -90, east: 90, north: 90)
            points.forEach(in: box, coordinate: { _ in centre }) { ordinal in
                #expect(ordinal < points.documentCount)
                return true
            }
        }
    }
}

@Suite("the Hilbert curve")
struct HilbertCurveTests {
    @Test("visits every cell of a grid once, going from neighbour to neighbour")
    func adjacency() {
        let side = UInt32(64)
        var cells: [UInt64: (Int, Int)] = [:]
        for x in 0..<side {
            for y in 0..<side { cells[HilbertCurve.index(x: x << 26, y: y << 26) >> 52] = (Int(x), Int(y)) }
        }
        #expect(cells.count == Int(side * side))
        for index in 1..<UInt64(side * side) {
            guard let (x, y) = cells[index], let (px, py) = cells[index - 1] else {
                Issue.record("no cell at \(index)")
                continue
            }
            #expect(abs(x - px) + abs(y - py) == 1)
        }
    }
}
