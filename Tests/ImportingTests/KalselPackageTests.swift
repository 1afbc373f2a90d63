import Catalog
import Foundation
import Gazetteer
import Testing

@testable import Importing

@Suite("The bundled package")
struct KalselPackageTests {
    static let package = ImportFixture.root.appendingPathComponent("Index/Packages/kalsel").path

    @Test(
        "imports 170 regions, 2016 villages (2008 with a position), 166 sentra, 317 products, 33 outlets, and only once"
    )
    func whole() throws {
        let fixture = try ImportFixture(hasAreas: false)
        var reports: [ImportReport] = []
        try fixture.importer().run([Self.package]) { reports.append($0) }
        #expect(reports.map(\.kind) == [.regions, .villages, .formerNames, .sentra, .products, .outlets])
        #expect(reports.allSatisfy { $0.counts.rejected == 0 && $0.counts.added == $0.counts.read })
        let state = try fixture.state()
        #expect(state[.regions].count == 170 && state[.regions].placed == 170)
        #expect(state[.villages].count == 2016 && state[.villages].placed == 2008)
        #expect(state[.sentra].count == 166 && state[.products].count == 317 && state[.outlets].count == 33)
        #expect(state[.formerNames].count == 65)
        // Regions and villages have no remarks.
        #expect(reports[0].groups.isEmpty && reports[1].groups.isEmpty)
        try checkSentra(try fixture.sentra(), reports[3])
        #expect(reports[4].placed == ImportReport.Placed(village: 166, district: 53, regency: 97, own: 0, nowhere: 1))

        try fixture.importer().run([Self.package]) { #expect($0.counts.unchanged == $0.counts.read) }
        #expect(try fixture.state() == state)
    }

    /// At least 120 of the 130 sentra that name a village get its position.
    ///
    /// The others are in the table of `SentraPlacesTests` with their reasons.
    private func checkSentra(_ sentra: [Sentra], _ report: ImportReport) throws {
        let reader = try RowReaders.open(Self.package + "/sentra.csv")
        let column = try #require(reader.headers.firstIndex(of: "desa_or_kelurahan"))
        var naming: Set<String> = []
        while let row = try reader.next() {
            if !row.values[column].isEmpty { naming.insert(row.values[0]) }
        }
        #expect(naming.count == 130)
        let atVillage = sentra.filter {
            naming.contains($0.id) && $0.placement.villageCode != nil && $0.placement.source == .village
        }
        #expect(atVillage.count >= 120)
        let others = naming.subtracting(atVillage.map(\.id))
        #expect(others == Set(SentraPlacesTests.unsure.keys))
        for sentra in sentra where others.contains(sentra.id) {
            let expected = SentraPlacesTests.unsure[sentra.id]
            #expect(
                (sentra.placement.districtCode ?? sentra.placement.regencyCode) == expected?.code,
                "\(sentra.id): \(expected?.why ?? "")")
            #expect(sentra.placement.placeText?.isEmpty == false && sentra.placement.source != nil, "\(sentra.id)")
        }
        #expect(report.placed == ImportReport.Placed(village: 123, district: 21, regency: 22))
    }

    @Test("finds a village in a new district by its former code")
    func formerCode() throws {
        let fixture = try ImportFixture.kalsel()
        // Manurung was 63.10.02.2018 in Kusan Hilir before Kusan Tengah was created.
        let report = try fixture.importing("id,nama_sentra,kode_desa\nbaru-1,Uji,63.10.02.2018")
        #expect(report.causes == [.place(.formerCode): 1])
        #expect(try fixture.sentra().first?.placement.villageCode == "63.10.11.2008")
    }
}
