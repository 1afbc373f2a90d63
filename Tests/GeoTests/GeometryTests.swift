import Foundation
import Geo
import JSON
import TestSupport
import Testing

@Suite("Geometry")
struct GeometryTests {
    @Test(
        "parses and writes the seven types",
        arguments: [
            #"{"type":"Point","coordinates":[114.84,-3.41]}"#, #"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#,
            #"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#,
            #"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}"#,
            #"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]]}"#,
            #"{"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,0]]],[[[9,9],[10,9],[10,10],[9,9]]]]}"#,
            #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"GeometryCollection","geometries":[]}]}"#,
        ])
    func sevenTypes(text: String) throws {
        #expect(try Geometry(JSONValue(parsing: text)).json.text == text)
    }

    @Test("ignores heights and further values")
    func heights() throws {
        let json = try JSONValue(parsing: #"{"coordinates":[1,2,30,4],"bbox":[1,2,1,2],"type":"Point"}"#)
        #expect(try Geometry(json) == .point(Coordinate(longitude: 1, latitude: 2)))
    }

    @Test("writes closed rings, outer ones counterclockwise, holes clockwise")
    func rightHandRule() {
        let outer = [(0.0, 0.0), (0, 4), (4, 4), (4, 0)].map { Coordinate(longitude: $0.0, latitude: $0.1) }
        let hole = [(1.0, 1.0), (2, 1), (2, 2)].map { Coordinate(longitude: $0.0, latitude: $0.1) }
        #expect(
            Geometry.polygon([outer, hole]).json.text
                == #"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[2,2],[2,1],[1,1]]]}"#)
    }

    @Test(
        "explains what is invalid",
        arguments: [
            ("5", "The geometry 5 has no 'type': expected a GeoJSON geometry object."),
            (#"{"coordinates":[1,2]}"#, "has no 'type'"),
            (#"{"type":"Circle","coordinates":[1,2]}"#, "The geometry type 'Circle' is unknown: expected Point,"),
            (#"{"type":"Point"}"#, "The geometry of type 'Point' has no 'coordinates'."),
            (#"{"type":"GeometryCollection"}"#, "The geometry of type 'GeometryCollection' has no 'geometries'."),
            (
                #"{"type":"Point","coordinates":[1]}"#,
                "The coordinates of a Point hold [1] where a position (at least two numbers) was expected."
            ),
            (#"{"type":"Point","coordinates":["1","2"]}"#, #"hold ["1","2"] where a position"#),
            (
                #"{"type":"LineString","coordinates":[1,2]}"#,
                "The coordinates of a LineString hold 1 where a position (at least two numbers) was expected."
            ),
            (#"{"type":"Polygon","coordinates":5}"#, "hold 5 where a list of rings or lines was expected"),
            (#"{"type":"Polygon","coordinates":[5]}"#, "hold 5 where a list of positions was expected"),
            (
                #"{"type":"MultiPolygon","coordinates":[[5]]}"#,
                "The coordinates of a MultiPolygon hold 5 where a list of positions was expected."
            ),
            (#"{"type":"Point","coordinates":null}"#, "hold null where a position"),
        ])
    func wrong(text: String, message: String) throws {
        let json = try JSONValue(parsing: text)
        let error = #expect(throws: GeometryError.self) { try Geometry(json) }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }

    @Test(
        "has no representative point without positions",
        arguments: [
            #"{"type":"Point","coordinates":[]}"#, #"{"type":"MultiPoint","coordinates":[]}"#,
            #"{"type":"LineString","coordinates":[]}"#,
            #"{"type":"MultiLineString","coordinates":[[]]}"#, #"{"type":"Polygon","coordinates":[]}"#,
            #"{"type":"Polygon","coordinates":[[]]}"#,
            #"{"type":"MultiPolygon","coordinates":[]}"#, #"{"type":"GeometryCollection","geometries":[]}"#,
            #"{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[]}]}"#,
        ])
    func empty(text: String) throws {
        #expect(try Geometry(JSONValue(parsing: text)).pointInside == nil)
    }

    @Test(
        "uses the middle of a line, the point nearest to the mean, and the largest part of a collection"
    )
    func representatives() {
        func at(_ x: Double, _ y: Double) -> Coordinate { Coordinate(longitude: x, latitude: y) }
        #expect(Geometry.lineString([at(0, 0), at(4, 0), at(4, 2)]).pointInside == at(3, 0))
        #expect(Geometry.lineString([at(1, 1)]).pointInside == at(1, 1))
        #expect(Geometry.lineString([at(1, 1), at(1, 1)]).pointInside == at(1, 1))
        #expect(Geometry.multiLineString([[at(0, 0), at(1, 0)], [at(5, 5), at(9, 5)]]).pointInside == at(7, 5))
        #expect(Geometry.multiPoint([at(0, 0), at(1, 1), at(10, 0)]).pointInside == at(1, 1))
        let square = Geometry.polygon([[at(0, 0), at(2, 0), at(2, 2), at(0, 2), at(0, 0)]])
        #expect(square.pointInside == at(1, 1))
        let line = Geometry.lineString([at(50, 50), at(90, 90)])
        #expect(Geometry.collection([line, square, .point(at(7, 7))]).pointInside == at(1, 1))
        #expect(Geometry.collection([.polygon([]), line]).pointInside == at(70, 70))
        // Polygons without area have no interior, so the point is on the outline.
        #expect(Geometry.polygon([[at(0, 1), at(4, 1), at(0, 1)]]).pointInside?.latitude == 1)
        #expect(Geometry.polygon([[at(0, 0), at(2, 2), at(0, 0)]]).pointInside == at(2, 2))
    }

    @Test("avoids holes, concavities and smaller parts")
    func hollows() throws {
        func ring(_ points: [(Double, Double)]) -> [Coordinate] {
            points.map { Coordinate(longitude: $0.0, latitude: $0.1) }
        }
        let arms = ring([(0, 0), (10, 0), (10, 10), (9, 10), (9, 1), (1, 1), (1, 10), (0, 10)])
        let frame = [
            ring([(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]), ring([(1, 1), (9, 1), (9, 9), (1, 9), (1, 1)]),
        ]
        let large = [ring([(100, 0), (110, 0), (110, 10), (100, 10)])]
        for polygon in [[arms], frame] {
            let point = try #require(Geometry.polygon(polygon).pointInside)
            #expect(PlainContainment.isInside(point, polygon))
        }
        let point = try #require(Geometry.multiPolygon([frame, large, [arms]]).pointInside)
        #expect(PlainContainment.isInside(point, large))
        // The frame has a smaller area than the small square.
        let full = [ring([(20, 0), (27, 0), (27, 7), (20, 7)])]
        #expect(try PlainContainment.isInside(#require(Geometry.multiPolygon([frame, full]).pointInside), full))
    }

    @Test("is inside any star-shaped polygon with a hole, in degrees and in metres", arguments: [UInt64(51), 52])
    func property(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for round in 0..<500 {
            let unit = round.isMultiple(of: 2) ? 1.0 : 30_000.0
            let centre = round.isMultiple(of: 2) ? (115.0, -3.0) : (250_000.0, 9_613_000.0)
            let corners = Int.random(in: 3...40, using: &random)
            let turns = (0..<corners).map { _ in Double.random(in: 0..<(2 * .pi), using: &random) }.sorted()
            let radii = turns.map { _ in Double.random(in: 0.2...1, using: &random) * unit }
            func ring(_ scale: Double) -> [Coordinate] {
                zip(turns, radii).map {
                    Coordinate(longitude: centre.0 + cos($0) * $1 * scale, latitude: centre.1 + sin($0) * $1 * scale)
                }
            }
            let polygon = round.isMultiple(of: 3) ? [ring(1)] : [ring(1), ring(0.7).reversed()]
            let point = try #require(Geometry.polygon(polygon).pointInside)
            #expect(PlainContainment.isInside(point, polygon), "round \(round), seed \(seed)")
        }
    }
}

/// Whether a point is inside a polygon by winding angles, a different method than the tested one.
enum PlainContainment {
    static func isInside(_ point: Coordinate, _ rings: [[Coordinate]]) -> Bool {
        let turns = rings.map { ring in
            zip(ring, Array(ring.dropFirst()) + ring.prefix(1)).reduce(0.0) { sum, edge in
                let (ax, ay) = (edge.0.longitude - point.longitude, edge.0.latitude - point.latitude)
                let (bx, by) = (edge.1.longitude - point.longitude, edge.1.latitude - point.latitude)
                return sum + atan2(ax * by - ay * bx, ax * bx + ay * by)
            }
        }
        return turns.filter { abs($0) > .pi }.count % 2 == 1
    }
}
