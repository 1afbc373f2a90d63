import Foundation
import Gazetteer
import Geo
import TestSupport
import Testing

@testable import Importing

@Suite("CoordinateCheck")
struct CoordinateCheckTests {
    static let gazetteer = PlaceFixtures.table
    static let check = CoordinateCheck(gazetteer)
    /// The village Hiyung at 115.0693, -2.8981.
    static let hiyung = PlaceResolution(code: "63.05.03.2009", in: gazetteer)
    static let point = gazetteer.place(code: "63.05.03.2009")?.coordinate ?? Coordinate(longitude: 0, latitude: 0)

    /// The written form of a correct position, with the numbers swapped if the row tells so.
    struct Row: Sendable, CustomTestStringConvertible {
        let longitude: Double
        let latitude: Double
        let cause: CoordinateCause
        var testDescription: String { "\(longitude), \(latitude): \(cause.rawValue)" }
    }

    private static let digits = (
        longitude: (point.longitude * 10_000).rounded(), latitude: (point.latitude * 10_000).rounded()
    )

    static let repairable = [
        Row(longitude: point.latitude, latitude: point.longitude, cause: .swapped),
        Row(longitude: point.longitude, latitude: -point.latitude, cause: .minusLost),
        Row(longitude: -point.latitude, latitude: point.longitude, cause: .swappedAndMinusLost),
        Row(longitude: -point.longitude, latitude: point.latitude, cause: .minusAdded),
        Row(longitude: digits.longitude, latitude: point.latitude, cause: .separatorLost),
        Row(longitude: point.longitude, latitude: digits.latitude, cause: .separatorLost),
        Row(longitude: digits.longitude, latitude: digits.latitude, cause: .separatorLost),
        Row(longitude: digits.latitude, latitude: digits.longitude, cause: .separatorLost),
        Row(longitude: digits.longitude, latitude: -digits.latitude, cause: .separatorLost),
    ]

    @Test("is repaired if only one reading is at the village", arguments: repairable)
    func repaired(row: Row) throws {
        let verdict = Self.check.check(.degrees(longitude: row.longitude, latitude: row.latitude), claim: Self.hiyung)
        let coordinate = try #require(verdict.coordinate)
        #expect(
            abs(coordinate.longitude - Self.point.longitude) < 1e-9
                && abs(coordinate.latitude - Self.point.latitude) < 1e-9)
        let finding = try #require(verdict.finding)
        #expect(finding.cause == row.cause)
        #expect(finding.isRepaired)
        #expect(finding.claimed == "Hiyung, Tapin Tengah, Tapin")
    }

    static let refusable = [
        Row(longitude: 0, latitude: 0, cause: .nullIsland),
        Row(longitude: 0.0001, latitude: -0.0002, cause: .nullIsland),
        Row(longitude: 106.8272, latitude: -6.1754, cause: .outside),
        Row(longitude: 115.0, latitude: -3.8, cause: .farFromPlace),
        Row(longitude: 277_000, latitude: 9_671_000, cause: .metresWithoutCRS),
        Row(longitude: 500, latitude: 95, cause: .outOfRange),
        Row(longitude: .nan, latitude: -3, cause: .outOfRange),
        Row(longitude: .infinity, latitude: .infinity, cause: .outOfRange),
        Row(longitude: 181, latitude: 91, cause: .outOfRange),
        Row(longitude: -3.8, latitude: 115.0, cause: .outOfRange),
    ]

    @Test("is rejected if no reading is at the village", arguments: refusable)
    func refused(row: Row) throws {
        let verdict = Self.check.check(.degrees(longitude: row.longitude, latitude: row.latitude), claim: Self.hiyung)
        #expect(verdict.coordinate == nil)
        #expect(verdict.finding?.cause == row.cause)
        #expect(verdict.finding?.isRepaired == false)
    }

    @Test("a rejected position lists plausible readings and the nearest village")
    func suggestions() throws {
        let swapped = try #require(
            Self.check.check(.degrees(longitude: -3.8, latitude: 115.0), claim: Self.hiyung).finding)
        #expect(swapped.suggestions.map(\.reading.mistakes) == [.swapped])
        #expect(swapped.suggestions.map(\.isWhereClaimed) == [false])
        let far = try #require(Self.check.check(.degrees(longitude: 115.0, latitude: -3.8), claim: Self.hiyung).finding)
        #expect(far.nearest?.hasSuffix("Tanah Laut") == true)
        #expect(far.metres.map { (99_000...102_000).contains($0) } == true)
    }

    @Test("without a claimed place, the whole gazetteer decides")
    func unclaimed() {
        #expect(Self.check.check(.degrees(longitude: 115, latitude: -3)).finding == nil)
        #expect(Self.check.check(.degrees(longitude: -3, latitude: 115)).finding?.cause == .swapped)
        #expect(Self.check.check(.degrees(longitude: 106.8, latitude: -6.2)).finding?.cause == .outside)
        let nothing = CoordinateCheck(PlaceTable([]))
        #expect(nothing.check(.degrees(longitude: 115, latitude: -3)).finding == nil)
        #expect(nothing.check(.degrees(longitude: 500, latitude: 95)).coordinate == nil)
    }

    @Test("a village without a position is checked against its district")
    func pointless() {
        let village = PlaceResolution(code: "63.10.06.2013", in: Self.gazetteer)
        let near = Coordinate(longitude: 115.99, latitude: -3.33)
        #expect(
            Self.check.check(.degrees(longitude: near.longitude, latitude: near.latitude), claim: village).finding
                == nil)
        #expect(
            Self.check.check(.degrees(longitude: 115.0, latitude: -2.97), claim: village).finding?.cause
                == .farFromPlace)
    }
}

@Suite("Positions in metres")
struct ProjectedPositionTests {
    /// A replacement of PROJ with one CRS: a grid of 100 km a degree, from 110° E and 10° S.
    static let project: CoordinateCheck.Projector = { crs, easting, northing in
        crs == "EPSG:32750" ? Coordinate(longitude: 110 + easting / 100_000, latitude: -10 + northing / 100_000) : nil
    }
    static let check = CoordinateCheck(PlaceFixtures.table, project: project)
    static let point = CoordinateCheckTests.point
    static let metres = (easting: (point.longitude - 110) * 100_000, northing: (point.latitude + 10) * 100_000)

    @Test("metres without a CRS are never repaired, but a plausible CRS is suggested")
    func proposed() throws {
        for (first, second, swapped) in [
            (Self.metres.easting, Self.metres.northing, false), (Self.metres.northing, Self.metres.easting, true),
        ] {
            let verdict = Self.check.check(
                .degrees(longitude: first, latitude: second), claim: CoordinateCheckTests.hiyung)
            #expect(verdict.coordinate == nil)
            let finding = try #require(verdict.finding)
            #expect(finding.cause == .metresWithoutCRS)
            #expect(finding.suggestions.map(\.reading.crs) == ["EPSG:32750"])
            #expect(
                finding.suggestions.allSatisfy {
                    $0.isWhereClaimed && $0.reading.mistakes.contains(.swapped) == swapped
                })
        }
    }

    @Test("degrees in a file with a CRS in metres are read as degrees")
    func degrees() {
        let written = WrittenPosition.projected(
            crs: "EPSG:32750", easting: Self.point.longitude, northing: Self.point.latitude,
            coordinate: Coordinate(longitude: 110, latitude: -10))
        let verdict = Self.check.check(written, claim: CoordinateCheckTests.hiyung)
        #expect(verdict.coordinate == Self.point)
        #expect(verdict.finding?.cause == .degreesForMetres)
    }

    @Test("easting and northing are swapped if only that is plausible")
    func exchanged() {
        let written = WrittenPosition.projected(
            crs: "EPSG:32750", easting: Self.metres.northing, northing: Self.metres.easting, coordinate: nil)
        let verdict = Self.check.check(written, claim: CoordinateCheckTests.hiyung)
        #expect(verdict.finding?.cause == .swapped)
        #expect(verdict.coordinate.map { abs($0.longitude - Self.point.longitude) < 1e-9 } == true)
    }

    @Test("a wrong CRS is reported with a plausible one")
    func otherCRS() {
        let written = WrittenPosition.projected(
            crs: "EPSG:23837", easting: Self.metres.easting, northing: Self.metres.northing,
            coordinate: Coordinate(longitude: 100, latitude: 0))
        let verdict = Self.check.check(written, claim: CoordinateCheckTests.hiyung)
        #expect(verdict.coordinate == nil)
        #expect(verdict.finding?.cause == .otherCRS)
        #expect(verdict.finding?.suggestions.first?.reading.crs == "EPSG:32750")
    }

    @Test("a plausible transformed position is accepted")
    func fine() {
        let written = WrittenPosition.projected(
            crs: "EPSG:32750", easting: Self.metres.easting, northing: Self.metres.northing, coordinate: Self.point)
        #expect(
            Self.check.check(written, claim: CoordinateCheckTests.hiyung)
                == CoordinateVerdict(coordinate: Self.point, finding: nil))
    }

    @Test("gives the zones around a longitude")
    func zones() {
        #expect(ProjectedZones.codes(west: 114.3, east: 116.6) == ["EPSG:32750", "EPSG:32650", "EPSG:23837"])
        #expect(
            ProjectedZones.codes(west: 116.9, east: 117.1) == ["EPSG:32750", "EPSG:32650", "EPSG:23837", "EPSG:23838"])
        #expect(ProjectedZones.codes(west: 95, east: 95) == ["EPSG:32746", "EPSG:32646", "EPSG:23830"])
        #expect(ProjectedZones.codes(west: 140.9, east: 140.9) == ["EPSG:32754", "EPSG:32654", "EPSG:23845"])
        #expect(ProjectedZones.codes(west: 10, east: 10).count == 2)
        #expect(ProjectedZones.codes(west: 300, east: 300).isEmpty)
    }
}
