import Base
import Foundation
import Geo
import IndexDefinition
import JSON
import Testing

@testable import Search

enum Sample {
    static let hit = Hit(
        kind: .sentra, id: "sentra-0026", name: "Sentra \"Purun\"",
        coordinate: Coordinate(longitude: 115.0125, latitude: -2.9),
        score: 12.25,
        distanceMetres: 1834.2, highlights: [Highlight(field: "name", html: "Sentra &quot;<mark>Purun</mark>&quot;")],
        body: Array(
            #"""
            {"kind":"sentra","id":"sentra-0026","name":"Sentra \"Purun\"","longitude":115.0125,"latitude":-2.9,"position_source":"village","position_accuracy_m":600,"village":{"code":"63.05.02.2005","name":"Margasari"},"district":null,"regency":{"code":"63.05","name":"Tapin"},"properties":{"commodity":"tas, tikar","business_units":12,"other_names":["a","b"],"note":null}}
            """#.utf8))

    static let unplaced = Hit(
        kind: .product, id: "p-1", name: "Dodol", coordinate: nil,
        body: Array(
            #"{"kind":"product","id":"p-1","name":"Dodol","longitude":null,"latitude":null,"position_source":null,"position_accuracy_m":null,"village":null,"district":null,"regency":null,"properties":{"materials":"ketan\nsantan"}}"#
                .utf8))

    static let answer = SearchAnswer(
        generation: "000007", tookMilliseconds: 0.84, total: 37, totalIsExact: true,
        query: QueryReading(
            text: "purun dekat Margasari", keywords: "purun",
            near: ResolvedPlace(
                code: "63.05.02.2005", name: "Margasari", kind: "desa", label: "Margasari, Tapin",
                coordinate: Coordinate(longitude: 115, latitude: -2.9)),
            placeWords: "dekat margasari", matching: .all),
        hits: [hit, unplaced],
        facets: [Facet(field: .category, counts: [.init(value: "anyaman", label: "anyaman", count: 21)])],
        next: "abc")
}

@Test("renders an answer as the JSON on record", .tags(.golden))
func rendersJSON() throws { try expectGolden(Sample.answer.rendered(as: .json), "answer.json") }

@Test("renders an answer as the GeoJSON on record", .tags(.golden))
func rendersGeoJSON() throws { try expectGolden(Sample.answer.rendered(as: .geoJSON), "answer.geojson") }

@Test("renders an answer as the CSV on record", .tags(.golden))
func rendersCSV() throws { try expectGolden(Sample.answer.rendered(as: .csv), "answer.csv") }

@Test("JSON and GeoJSON can be read, with exact numbers")
func rendersReadable() throws {
    for format in [AnswerFormat.json, .geoJSON] {
        _ = try #require(JSONSerialization.jsonObject(with: Data(Sample.answer.rendered(as: format))) as? [String: Any])
    }
    let json = try JSONValue(parsing: Sample.answer.rendered(as: .json))
    #expect(json["hits"]?.array?.first?["distance_m"]?.number == 1834.2)
    let feature = try JSONValue(parsing: Sample.answer.rendered(as: .geoJSON))["features"]?.array?.first
    #expect(feature?["geometry"]?["coordinates"]?.array == [.number(115.0125), .number(-2.9)])
    #expect(feature?["properties"]?["regency_code"] == .string("63.05"))
}

@Test("documents that a document is linked with are objects in JSON, and names with ids in a table")
func rendersLinks() throws {
    var hit = Sample.unplaced
    let links = #"{"properties":{"sentra":[{"id":"s-1","name":"Purun"},{"id":"s-2","name":"Bakul"}]}}"#
    hit.body = Array(links.utf8)
    let table = String(decoding: CSVWriter.table([hit]), as: UTF8.self)
    #expect(table.contains(",sentra\r\n") && table.hasSuffix(",Purun (s-1); Bakul (s-2)\r\n"))
    let feature = try JSONValue(parsing: String(decoding: GeoJSONWriter().feature(hit), as: UTF8.self))
    #expect(feature["properties"]?["sentra"]?.array?.last?["name"]?.string == "Bakul")
    #expect(JSONValue.object([("id", .string("s-1")), ("more", .string("x"))]).cell == #"{"id":"s-1","more":"x"}"#)
}

@Test("a damaged body spoils no table")
func survivesDamagedBodies() {
    var hit = Sample.hit
    hit.body = Array("{broken".utf8)
    #expect(String(decoding: CSVWriter.table([hit]), as: UTF8.self).contains("sentra-0026"))
}

@Test(
    "a cell that a spreadsheet would run as a formula is text there; numbers are left alone",
    arguments: [
        ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+cmd|x", "'+cmd|x"), ("-cmd", "'-cmd"), ("\t=1", "'\t=1"),
        ("-2.88", "-2.88"),
        ("+62 812-345", "+62 812-345"),
        ("-1e-05", "-1e-05"), ("a=b", "a=b"), ("", ""),
    ])
func formulas(_ value: String, _ written: String) {
    var csv = CSVWriter()
    csv.row([value])
    #expect(String(decoding: csv.bytes, as: UTF8.self) == written + "\r\n")
}

extension Tag {
    @Tag static var golden: Self
}

/// Compares with a file of Fixtures; with BANUA_RECORD set it writes the file instead, and fails so that nobody records
/// unseen.
func expectGolden(_ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    if ProcessInfo.processInfo.environment["BANUA_RECORD"] != nil {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent(
                "Fixtures")
        try Data(bytes).write(to: folder.appendingPathComponent(name))
        Issue.record("recorded \(name): look at it and run again without BANUA_RECORD", sourceLocation: sourceLocation)
        return
    }
    let url = try #require(
        Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Fixtures"),
        sourceLocation: sourceLocation)
    #expect(
        String(decoding: bytes, as: UTF8.self) == String(decoding: try Data(contentsOf: url), as: UTF8.self),
        sourceLocation: sourceLocation
    )
}
