import Base
import Foundation
import Geo
import JSON
import TestSupport
import Testing

@testable import Importing

@Suite("GeoJSONReader")
struct GeoJSONReaderTests {
    private func read(_ text: String, chunkBytes: Int = 1 << 20) throws -> (reader: GeoJSONReader, rows: [SourceRow]) {
        let folder = try TemporaryDirectory()
        let reader = try GeoJSONReader(path: folder.write(text, to: "peta.geojson").path, chunkBytes: chunkBytes)
        return (reader, try reader.allRows())
    }

    private static let first =
        #"{"type":"Feature","properties":{"nama":"Hiyung \"A\", {Tapin}","kode":6301012001},"geometry":{"type":"Point","coordinates":[115.1,-2.9]}}"#
    private static let second =
        #"{"geometry":null,"properties":{"lain":{"a":[1, 2.50]},"nama":"Kué [\u0042] \\","ada":true,"kosong":null},"type":"Feature"}"#

    private static let files: [String] = [
        #"{"type":"FeatureCollection","features":[\#(first),\#(second)]}"#,
        "{ \"features\" : [ \(first) ,\n \(second) \n] , \"type\":\"FeatureCollection\", \"name\": \"}]\\\"\" }\n",
        "\(first)\n\(second)\n", "\u{1E}\(first)\n\u{1E}\(second)\n", "\(first)\(second)",
        "\u{FEFF}\(first)\r\n\r\n\(second)",
        #"{"type":"FeatureCollection","features":[]}{"type":"FeatureCollection","features":[\#(first)]}\#(second)"#,
    ]

    @Test("reads collections, lines and sequences, with any chunk size", arguments: files, chunkSizes)
    func shapes(text: String, chunkBytes: Int) throws {
        let (reader, rows) = try read(text, chunkBytes: chunkBytes)
        #expect(reader.headers == ["nama", "kode", "lain", "ada", "kosong"])
        #expect(reader.crs == "OGC:CRS84")
        #expect(reader.hasGeometry)
        #expect(
            rows == [
                SourceRow(
                    line: 1, values: ["Hiyung \"A\", {Tapin}", "6301012001", "", "", ""],
                    geometry: .point(Coordinate(longitude: 115.1, latitude: -2.9))),
                SourceRow(line: 2, values: ["Kué [B] \\", "", #"{"a":[1,2.5]}"#, "true", ""]),
            ])
        #expect(reader.bytesRead == reader.totalBytes)
    }

    @Test("reads a single feature or geometry as one row")
    func single() throws {
        #expect(try read(Self.first).rows.count == 1)
        let bare = try read(#"{"coordinates":[115,-3],"type":"Point"}"#)
        #expect(
            bare.rows == [SourceRow(line: 1, values: [], geometry: .point(Coordinate(longitude: 115, latitude: -3)))])
    }

    @Test(
        "reads the old crs member at any position",
        arguments: [
            (#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32750"}},"#, "", "EPSG:32750"),
            ("", #","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}"#, "OGC:CRS84"),
            ("", #","crs":{"type":"name","properties":{"name":"EPSG:23837"}}"#, "EPSG:23837"),
            (#""crs":{"type":"EPSG","properties":{"code":4755}},"#, "", "EPSG:4755"),
            (
                #""crs":{"type":"name","properties":{"name":"http://www.opengis.net/def/crs/EPSG/0/32750"}},"#, "",
                "EPSG:32750"
            ),
            (#""crs":null,"#, "", nil),
        ])
    func crs(before: String, after: String, expected: String?) throws {
        let (reader, rows) = try read(
            #"{"type":"FeatureCollection",\#(before)"features":[\#(Self.first)]\#(after)}"#, chunkBytes: 7)
        #expect(reader.crs == expected)
        #expect(rows.count == 1)
    }

    @Test("a text id becomes a column, a number is ignored")
    func identifiers() throws {
        let text = #"{"type":"Feature","id":"d-1","properties":{"nama":"A"},"geometry":null}"#
        #expect(try read(text).reader.headers == ["id", "nama"])
        #expect(try read(text).rows.map(\.values) == [["d-1", "A"]])
        #expect(try read(text.replacing("\"d-1\"", with: "7")).reader.headers == ["nama"])
        #expect(try read(text.replacing("\"nama\"", with: "\"id\"")).rows.map(\.values) == [["A"]])
    }

    @Test("an invalid geometry is a problem of its row only")
    func badGeometry() throws {
        let features = [
            #"{"type":"Point","coordinates":["a"]}"#, #"{"type":"Bola","coordinates":[]}"#,
            #"{"type":"Point","coordinates":[1,2}"#,
        ]
        .map { #"{"type":"Feature","properties":{"nama":"A"},"geometry":\#($0)}"# }
        let rows = try read((features.prefix(2) + [Self.first]).joined(separator: "\n")).rows
        #expect(rows.map(\.problem?.cause) == [.geometry, .geometry, nil])
        #expect(rows[1].problem?.message.hasPrefix("The geometry type 'Bola' is unknown") == true)
    }

    @Test(
        "reports the position of an error",
        arguments: [
            (#"{"type":"FeatureCollection","features":[]}"#, "has no features to import."),
            (
                #"{"type":"Topology","objects":{}}"#,
                "at feature 1: expected the type 'Feature', found 'Topology'. Export it again as GeoJSON."
            ),
            (#"{"a":1}"#, "at feature 1: expected the type 'Feature', found none. Export it again as GeoJSON."),
            (
                "\(first)\n{\"type\":\"Feature\"",
                "at feature 2: the file ends within it. Export it again from its original program."
            ),
            ("\(first)\nselesai", "at feature 2: an object is missing. Export it again from its original program."),
            (
                #"{"type":"Feature","properties":{"a":tru},"geometry":null}"#,
                "at feature 1: there is no value. Export it again from its original program."
            ),
            (
                #"{"type":"Feature","properties":[1],"geometry":null}"#,
                "at feature 1: a '{' is missing. Export it again from its original program."
            ),
            (
                #"{"type" 1}"#,
                "at feature 1: a colon is missing after a member's name. Export it again from its original program."
            ),
            (
                #"{"type":"FeatureCollection","crs":{"type":"link"},"features":[\#(first)]}"#,
                #"states a CRS that is not understood: {"type":"link"}. State it with --crs, such as --crs EPSG:32750."#
            ),
        ])
    func broken(text: String, message: String) {
        for chunkBytes in chunkSizes {
            let error = importingError { _ = try read(text, chunkBytes: chunkBytes) }
            #expect(error?.kind == .data)
            #expect(error?.message.hasSuffix(message) == true, "\(error?.message ?? "no error")")
        }
    }

    @Test("reads random features", arguments: [UInt64](1...20))
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = ["a", "\"", "\\", "{", "}", "[", "]", ",", "\n", "é", "🙂", "\u{1}", " "]
        func text() -> String {
            (0..<Int.random(in: 1...6, using: &random)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }.joined()
        }
        let features = (0..<20).map { number -> (values: [String], geometry: Geometry) in
            let ring = (0..<4).map { _ in
                Coordinate(
                    longitude: Double.random(in: -180...180, using: &random),
                    latitude: Double.random(in: -90...90, using: &random))
            }
            return (["nama \(number)", text()], Bool.random(using: &random) ? .polygon([ring]) : .multiPoint(ring))
        }
        let lines = features.map { feature in
            let properties = JSONValue.object([
                ("nama", .string(feature.values[0])), ("isi", .string(feature.values[1])),
            ])
            return JSONValue.object([
                ("type", .string("Feature")), ("properties", properties), ("geometry", feature.geometry.json),
            ]).text
        }
        for file in [
            lines.joined(separator: "\n"),
            #"{"features":[\#(lines.joined(separator: ","))],"type":"FeatureCollection"}"#,
        ] {
            let rows = try read(file, chunkBytes: Int.random(in: 1...100, using: &random)).rows
            #expect(rows.map(\.values) == features.map(\.values), "seed \(seed)")
            // The writer closes and orients rings, so the written form is the expected one.
            let written = try features.map { try Geometry($0.geometry.json) }
            #expect(rows.map(\.geometry) == written, "seed \(seed)")
        }
    }
}
