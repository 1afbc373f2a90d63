import Base
import Catalog
import Geo
import Importing
import Testing

@Suite("Files of other publishers")
struct ForeignFilesTests {
    @Test("codes without dots update villages; fields that the file does not have stay unchanged")
    func undottedCodes() throws {
        let fixture = try ImportFixture.kalsel()
        let before = try fixture.villages()
        let report = try fixture.importing(path: ImportFixture.fixture("foreign/villages-undotted-codes.csv"))
        #expect(report.kind == .villages)
        #expect(report.counts.read == 2016 && report.counts.added == 0 && report.counts.rejected == 0)
        let after = try fixture.villages()
        #expect(after.map(\.code) == before.map(\.code))
        #expect(after.map(\.coordinate) == before.map(\.coordinate))
        #expect(after.map(\.postcode) == before.map(\.postcode))
        // 46 names differ, three of them only in case. The former name of the others is stored.
        #expect(zip(before, after).count { $0.name != $1.name } == 46)
        #expect(zip(before, after).count { $0.name.lowercased() != $1.name.lowercased() } == 43)
        let former = try fixture.catalog.read { try $0.formerNames() }
        #expect(former.contains { $0.code == "63.05.06.2002" && $0.formerName == "Sungai Salai" })
        #expect(
            try fixture.importing(path: ImportFixture.fixture("foreign/villages-undotted-codes.csv")).counts.unchanged
                == 2016)
    }

    @Test("degrees, minutes and seconds with doubled quotes give positions of all 165 islands")
    func islands() throws {
        let fixture = try ImportFixture.kalsel()
        let path = ImportFixture.fixture("foreign/islands-dms.csv")
        let error = #expect(throws: ImportingError.self) { try fixture.importing(path: path) }
        #expect(error?.kind == .usage)
        // Banua has no islands. Imported as sentra, they show how coordinates are read.
        let report = try fixture.importing(path: path, as: .sentra) { $0.map = ["code="] }
        #expect(report.counts == ImportBatch.Counts(read: 165, added: 165))
        // Five are in the Makassar Strait, 95 to 165 km from any village. Their coordinates are read, but considered
        // implausible.
        #expect(report.placed == ImportReport.Placed(regency: 5, own: 160))
        #expect(report.causes == [.coordinate(.outside): 5])
        let island = try #require(try fixture.sentra().first { $0.name == "Pulau Datu" })
        let coordinate = try #require(island.placement.coordinate)
        #expect(abs(coordinate.longitude - (114 + 36 / 60 + 59 / 3600)) < 1e-12)
        #expect(abs(coordinate.latitude + (4 + 3 / 60 + 45 / 3600)) < 1e-12)
        #expect(island.placement.regencyCode == "63.01" && island.placement.source == .own)
        #expect(island.extra["is_populated"] == "0")
    }

    @Test("BPS codes are rejected as such, with the code that the names give")
    func statisticsCodes() throws {
        let fixture = try ImportFixture.kalsel()
        let before = try fixture.state()
        let report = try fixture.importing(
            path: ImportFixture.fixture("foreign/village-polygons.geojson"), as: .villages)
        #expect(report.counts.read > 0 && report.counts.rejected == report.counts.read)
        #expect(report.causes == [.codeOfStatistics: report.counts.read])
        #expect(report.messages.first?.hasSuffix("by its names this is 63.01.11.2003, Bumi Harapan.") == true)
        #expect(try fixture.state() == before)
    }
}
