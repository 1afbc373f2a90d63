import Base
import Foundation
import Geo
import Projection
import TestSupport
import Testing

@Suite("Transformation")
struct TransformationTests {
    @Test("agrees with the PROJ of pyproj to a tenth of a millimetre")
    func pyproj() throws {
        let rows = try Fixture.rows("transformations")
        #expect(rows.count == 200)
        for row in rows {
            let numbers = try Fixture.numbers(row, from: 1)
            let there = try Transformation.shared(from: row[0], to: "EPSG:4326").transform(x: numbers[0], y: numbers[1])
            #expect(abs(there.x - numbers[2]) < 1e-9 && abs(there.y - numbers[3]) < 1e-9, "\(row)")
        }
    }

    @Test(
        "agrees with Krüger's series to a millimetre",
        arguments: [
            (
                "EPSG:32750",
                TransverseMercator(
                    centralMeridian: 117, scale: 0.9996, falseEasting: 500_000, falseNorthing: 10_000_000)
            ),
            (
                "EPSG:23837",
                TransverseMercator(
                    centralMeridian: 115.5, scale: 0.9999, falseEasting: 200_000, falseNorthing: 1_500_000)
            ),
        ])
    func krueger(code: String, series: TransverseMercator) throws {
        let transformation = try Transformation(from: "OGC:CRS84", to: code)
        var random = SeededGenerator(seed: 81)
        for _ in 0..<1_000 {
            let place = Coordinate(
                longitude: .random(in: 114.3...116.6, using: &random),
                latitude: .random(in: -4.9 ... -1.3, using: &random))
            let (expected, found) = (
                series.project(place), try transformation.transform(x: place.longitude, y: place.latitude)
            )
            #expect(abs(expected.x - found.x) < 1e-3 && abs(expected.y - found.y) < 1e-3, "\(place)")
        }
    }

    @Test(
        "the inverse gives the original position",
        arguments: ["EPSG:32750", "EPSG:23837", "EPSG:4755", "EPSG:9470", "EPSG:4613", "EPSG:4326", "EPSG:3857"])
    func roundTrip(code: String) throws {
        let (there, back) = (
            try Transformation(from: "OGC:CRS84", to: code), try Transformation(from: code, to: "OGC:CRS84")
        )
        var random = SeededGenerator(seed: 82)
        for _ in 0..<300 {
            let place = Coordinate(
                longitude: .random(in: 114.5...116.6, using: &random),
                latitude: .random(in: -4.2 ... -1.3, using: &random))
            let again = try back.transform(there.transform(place))
            // The inverse for Gunung Segara uses the reversed formula.
            let tolerance = code == "EPSG:4613" ? 1e-7 : 1e-10
            #expect(
                abs(again.longitude - place.longitude) < tolerance && abs(again.latitude - place.latitude) < tolerance,
                "\(place)")
        }
    }

    @Test("transforms between projections, longitude or easting first")
    func betweenProjections() throws {
        let place = Coordinate(longitude: 114.84, latitude: -3.41)
        let utm = try Transformation(from: "EPSG:4326", to: "EPSG:32750").transform(place)
        let tm3 = try Transformation(from: "EPSG:4326", to: "EPSG:23837").transform(place)
        // echo "-3.41 114.84" | cs2cs -f %.4f EPSG:4326 EPSG:32750 (and EPSG:23837)
        #expect(abs(utm.longitude - 260_011.9634) < 1e-3 && abs(utm.latitude - 9_622_818.9098) < 1e-3)
        let found = try Transformation(from: "EPSG:32750", to: "EPSG:23837").transform(utm)
        #expect(abs(found.longitude - tm3.longitude) < 1e-4 && abs(found.latitude - tm3.latitude) < 1e-4)
    }

    @Test("applies the datum shift of Gunung Segara")
    func datumShift() throws {
        let written = Coordinate(longitude: 116.2, latitude: -3.2)
        let moved = try Transformation(from: "EPSG:4613", to: "EPSG:4326").transform(written)
        let metres = Geodesic.wgs84.distance(from: written, to: moved)
        #expect((60...130).contains(metres))
    }

    @Test("rejects numbers that cannot be in the system", arguments: RefusedPosition.all)
    func refused(position: RefusedPosition) throws {
        let transformation = try Transformation(from: position.source, to: position.target)
        let error = #expect(throws: ProjectionError.self) { try transformation.transform(x: position.x, y: position.y) }
        #expect(error?.kind == .data)
        #expect(error?.message.contains(position.message) == true, "\(error?.message ?? "")")
    }

    @Test("accepts positions slightly outside of a zone")
    func margin() throws {
        let transformation = try Transformation(from: "EPSG:4326", to: "EPSG:32749")
        let back = try Transformation(from: "EPSG:32749", to: "EPSG:4326")
        let place = Coordinate(longitude: 115.8, latitude: -2)
        #expect(try abs(back.transform(transformation.transform(place)).longitude - 115.8) < 1e-9)
    }

    @Test("fails if there is no operation, and never ignores a datum")
    func noWay() {
        let error = #expect(throws: ProjectionError.self) { try Transformation(from: "EPSG:2550", to: "EPSG:4326") }
        #expect(error?.kind == .usage)
        #expect(
            error?.message.hasPrefix(
                "PROJ knows no transformation from EPSG:2550 (Samboja / UTM zone 50S) to EPSG:4326 (WGS 84) that does not guess at the datum"
            )
                == true, "\(error?.message ?? "")")
        #expect(throws: ProjectionError.self) { try Transformation(from: "EPSG:4326", to: "EPSG:1") }
    }

    @Test("transforms many positions independently")
    func many() throws {
        let transformation = try Transformation(from: "EPSG:32750", to: "EPSG:4326")
        let results = transformation.transform([(260_000, 9_622_000), (114.84, -3.41), (261_000, 9_623_000)])
        #expect(results.count == 3)
        #expect(try results[0].get() == transformation.transform(x: 260_000, y: 9_622_000))
        #expect(throws: ProjectionError.self) { try results[1].get() }
        #expect(try abs(results[2].get().x - 114.849) < 1e-2)
        #expect(transformation.transform([]).isEmpty)
    }

    @Test("gives the same results on many threads, with one shared instance")
    func threads() async throws {
        let transformation = try Transformation.shared(from: "EPSG:32750", to: "EPSG:4326")
        #expect(try transformation === Transformation.shared(from: "EPSG:32750", to: "EPSG:4326"))
        let expected = try transformation.transform(x: 260_000, y: 9_622_000)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let own = try Transformation(from: "EPSG:32750", to: "EPSG:4326")
                    return try (0..<300).allSatisfy { _ in
                        try transformation.transform(x: 260_000, y: 9_622_000) == expected
                            && own.transform(x: 260_000, y: 9_622_000) == expected
                    }
                }
            }
            for try await isSame in group { #expect(isSame) }
        }
    }

    @Test("writes nothing to standard error")
    func silence() throws {
        let directory = try TemporaryDirectory()
        let captured = directory.url.appendingPathComponent("stderr")
        let file = open(captured.path, O_CREAT | O_RDWR, 0o600)
        let saved = dup(STDERR_FILENO)
        dup2(file, STDERR_FILENO)
        // Other tests check whether these throw. This one checks what they print.
        _ = try? CRS("EPSG:999999")
        _ = try? CRS("PROJCS[\"broken\",GEOGCS[")
        _ = try? Transformation(from: "EPSG:2550", to: "EPSG:4326")
        _ = try? Transformation(from: "EPSG:32750", to: "EPSG:4326").transform(x: 1e9, y: 1e30)
        dup2(saved, STDERR_FILENO)
        close(saved)
        close(file)
        let text = try String(contentsOf: captured, encoding: .utf8)
        FileHandle.standardError.write(Data(text.utf8))
        #expect(!text.lowercased().contains("proj") && !text.contains("crs not found"))
    }
}

struct RefusedPosition: Sendable, CustomTestStringConvertible {
    var source = "EPSG:32750"
    var target = "EPSG:4326"
    var x: Double
    var y: Double
    var message: String
    var testDescription: String { "\(x), \(y) from \(source) to \(target)" }

    static let all = [
        RefusedPosition(
            x: 114.84, y: -3.41,
            message:
                "The position 114.84, -3.41 looks like degrees, but EPSG:32750 (WGS 84 / UTM zone 50S) is in metres: name the system that"
        ),
        RefusedPosition(
            source: "EPSG:4326", target: "EPSG:32750", x: 260_000, y: 9_622_000,
            message:
                "The position 260000.0, 9622000.0 is beyond ±180 and ±90 degrees, but EPSG:4326 (WGS 84) is in degrees: give longitude first"
        ),
        RefusedPosition(source: "EPSG:4326", x: -3.41, y: 114.84, message: "is beyond ±180 and ±90 degrees"),
        RefusedPosition(
            x: 9_622_000, y: 260_000,
            message:
                "lies outside of the area of EPSG:32750 (WGS 84 / UTM zone 50S) (114.0 to 120.0 east, -80.0 to 0.0 north)"
        ),
        RefusedPosition(
            x: 200_000, y: 1_123_000, message: "of EPSG:32750 (WGS 84 / UTM zone 50S) lies outside of the area"),
        RefusedPosition(
            source: "EPSG:23837", x: 260_000, y: 9_622_000, message: "lies outside of the area of EPSG:23837"),
        // PROJ maps these into the zone without an error. Only the inverse shows it.
        RefusedPosition(x: 637_049, y: -871_191_787, message: "lies outside of the area of EPSG:32750"),
        RefusedPosition(
            source: "EPSG:23837", x: 123_169, y: -37_841_742, message: "lies outside of the area of EPSG:23837"),
        RefusedPosition(x: 1e9, y: 1e9, message: "check that the numbers are in this system"),
        RefusedPosition(x: 1e30, y: 1, message: "check that"),
        RefusedPosition(x: .nan, y: 1, message: "the numbers are not finite"),
        RefusedPosition(x: 1, y: .infinity, message: "the numbers are not finite"),
        RefusedPosition(
            source: "EPSG:4326", target: "EPSG:32750", x: 2.35, y: 48.85,
            message: "lies outside of the area of EPSG:32750"),
        RefusedPosition(
            source: "EPSG:4326", target: "EPSG:23837", x: 105, y: -6,
            message: "of EPSG:4326 (WGS 84) lies outside of the area of EPSG:23837"),
        RefusedPosition(
            source: "EPSG:4613", x: 2.35, y: 48.85, message: "lies outside of the area of EPSG:4613 (Segara)"),
    ]
}
