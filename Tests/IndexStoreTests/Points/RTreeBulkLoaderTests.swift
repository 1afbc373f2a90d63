import Base
import CSQLite
import Foundation
import Geo
import TestSupport
import Testing

@testable import IndexStore

@Suite("the packed R*Tree against a plain scan and one filled by INSERT")
struct RTreeBulkLoaderTests {
    /// An R*Tree in memory, filled with the loader or row by row.
    private final class Table {
        private var handle: OpaquePointer?

        init(pageSize: Int = 4096) throws {
            sqlite3_open(":memory:", &handle)
            try execute(
                "PRAGMA page_size = \(pageSize); CREATE VIRTUAL TABLE points_rtree USING rtree(id, minLon, maxLon, minLat, maxLat)"
            )
        }

        deinit { sqlite3_close(handle) }

        func execute(_ sql: String) throws {
            let result = sqlite3_exec(handle, sql, nil, nil, nil)
            try #require(result == SQLITE_OK, "\(String(cString: sqlite3_errmsg(handle)))")
        }

        func load(_ points: [IndexedPoint]) throws {
            let directory = try TemporaryDirectory()
            let sorter = PointSorter(scratchDirectory: directory.path)
            for point in points { try sorter.append(point) }
            try execute("BEGIN")
            let loader = try RTreeBulkLoader(database: try #require(handle), table: "points_rtree", count: sorter.count)
            try sorter.drain { try loader.append($0) }
            try loader.finish()
            try execute("COMMIT")
        }

        func insert(_ points: [IndexedPoint]) throws {
            try execute("BEGIN")
            for point in points {
                let (longitude, latitude) = (point.coordinate.longitude, point.coordinate.latitude)
                try execute(
                    "INSERT INTO points_rtree VALUES (\(point.ordinal + 1), \(longitude), \(longitude), \(latitude), \(latitude))"
                )
            }
            try execute("COMMIT")
        }

        func values(_ sql: String) throws -> [String] {
            var statement: OpaquePointer?
            sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
            defer { sqlite3_finalize(statement) }
            var values: [String] = []
            while sqlite3_step(statement) == SQLITE_ROW {
                values.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "")
            }
            return values
        }

        func ordinals(in box: BoundingBox) throws -> Set<Int> {
            let sql = """
                SELECT id FROM points_rtree WHERE maxLon >= \(box.west) AND minLon <= \(box.east) AND maxLat >= \(box.south) AND minLat <= \(box.north)
                """
            return Set(try values(sql).compactMap(Int.init).map { $0 - 1 })
        }
    }

    private func check(_ fixture: PointsFixture, pageSize: Int = 4096, rounds: Int, inserted: Table?) throws {
        let table = try Table(pageSize: pageSize)
        let points = fixture.placed
        try table.load(points)
        #expect(try table.values("SELECT rtreecheck('points_rtree')") == ["ok"])
        #expect(try table.values("SELECT count(*) FROM points_rtree") == ["\(points.count)"])
        var random = SeededGenerator(seed: 6)
        for round in 0..<rounds {
            let centre =
                (round % 2 == 0 ? points.randomElement(using: &random)?.coordinate : nil)
                ?? PointsFixture.randomCentre(&random)
            let half = [0, 0.01, 1, 200][round % 4]
            let box = BoundingBox(
                west: centre.longitude - half, south: centre.latitude - half, east: centre.longitude + half,
                north: centre.latitude + half)
            let scan = Set(points.filter { box.contains($0.coordinate) }.map(\.ordinal))
            let found = try table.ordinals(in: box)
            #expect(found.isSuperset(of: scan), "nothing is missed")
            #expect(found.count <= scan.count + 3 + scan.count / 50, "little is found in vain")
            if let inserted {
                #expect(try inserted.ordinals(in: box).isSuperset(of: found), "SQLite rounds at least as far outwards")
            }
        }
    }

    @Test(
        "at sizes around that of a node and its powers",
        arguments: [0, 1, 2, 50, 51, 52, 53, 101, 103, 2550, 2600, 2601, 2602, 2653])
    func sizes(size: Int) throws {
        var random = SeededGenerator(seed: UInt64(size))
        let fixture = PointsFixture((0..<size).map { _ in PointsFixture.randomCentre(&random) })
        let inserted = try Table()
        try inserted.insert(fixture.placed)
        try check(fixture, rounds: 40, inserted: inserted)
    }

    @Test(
        "where documents without a position leave gaps, and pages are of another size", arguments: [512, 1024, 65_536])
    func pageSizes(pageSize: Int) throws {
        try check(PointsFixture(count: 3000, seed: 12), pageSize: pageSize, rounds: 40, inserted: nil)
    }

    @Test("with 100,000 points")
    func large() throws {
        try check(PointsFixture(count: 109_000, seed: 13), rounds: 20, inserted: nil)
    }

    @Test("goes on taking rows the ordinary way afterwards")
    func remainsWritable() throws {
        let table = try Table()
        try table.load(PointsFixture(count: 500, seed: 14).placed)
        let more = (600..<900).map {
            IndexedPoint(ordinal: $0, coordinate: Coordinate(longitude: Double($0) / 10, latitude: 1), kind: 0)
        }
        try table.insert(more)
        try table.execute("DELETE FROM points_rtree WHERE id % 3 = 0")
        #expect(try table.values("SELECT rtreecheck('points_rtree')") == ["ok"])
    }

    @Test("refuses a table that has rows, and a count that does not hold")
    func refusals() throws {
        let table = try Table()
        let point = IndexedPoint(ordinal: 4, coordinate: Coordinate(longitude: 115, latitude: -3), kind: 0)
        try table.insert([point])
        let error = #expect(throws: IndexStoreError.self) { try table.load([point]) }
        #expect(error?.message == "Expected 0 rows in 'points_rtree', got 1. This is a bug in Banua; please report it.")
        let absent = #expect(throws: IndexStoreError.self) {
            var handle: OpaquePointer?
            sqlite3_open(":memory:", &handle)
            defer { sqlite3_close(handle) }
            _ = try RTreeBulkLoader(database: try #require(handle), table: "absent", count: 0)
        }
        #expect(absent?.kind == .inputOutput)
        #expect(absent?.message.contains("no such table: absent_") == true)
    }

    @Test(
        "rounds outwards, and never further than the next float",
        arguments: [0, 1, -1, 0.1, -0.1, 114.84, -3.41, 179.99999999, 1e-46, -1e-46, 90])
    func rounding(value: Double) {
        let (down, up) = (RTreeBulkLoader.down(value), RTreeBulkLoader.up(value))
        #expect(Double(down) <= value && value <= Double(up))
        #expect(down == up || down.nextUp == up)
    }
}
