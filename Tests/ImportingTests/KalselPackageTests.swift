import Catalog
import Foundation
import Gazetteer
import Testing

@testable import Importing

@Suite("The bundled package")
struct KalselPackageTests {
    static let package = ImportFixture.root.appendingPathComponent("Index/Packages/kalsel").path

    @Test(
        "imports 170 regions, 2016 villages (2008 with a position), 197 sentra, 393 products, 33 outlets, and only once"
    )
    func whole() throws {
        let fixture = try ImportFixture(hasAreas: false)
        var reports: [ImportReport] = []
        try fixture.importer().run([Self.package]) { reports.append($0) }
        #expect(reports.map(\.kind) == [.regions, .villages, .formerNames, .sentra, .products, .outlets, .links])
        #expect(reports.allSatisfy { $0.counts.rejected == 0 })
        #expect(reports.dropLast().allSatisfy { $0.counts.added == $0.counts.read })
        // The list of products has the links already; the list of links adds their reasons.
        #expect(reports.last?.counts == ImportBatch.Counts(read: 248, updated: 248))
        let state = try fixture.state()
        #expect(state[.regions].count == 170 && state[.regions].placed == 170)
        #expect(state[.villages].count == 2016 && state[.villages].placed == 2008)
        #expect(state[.sentra].count == 197 && state[.products].count == 393 && state[.outlets].count == 33)
        #expect(state[.formerNames].count == 65 && state[.links].count == 248)
        // Regions and villages have no remarks.
        #expect(reports[0].groups.isEmpty && reports[1].groups.isEmpty)
        #expect(reports[3].placed == ImportReport.Placed(village: 153, district: 22, regency: 22))
        #expect(reports[4].placed == ImportReport.Placed(village: 237, district: 39, regency: 116, own: 0, nowhere: 1))
        #expect(reports[5].placed == ImportReport.Placed(village: 19, district: 7, regency: 7))

        try fixture.importer().run([Self.package]) { #expect($0.counts.unchanged == $0.counts.read) }
        #expect(try fixture.state() == state)
    }

    @Test("places every row at the village whose code it gives", arguments: ["sentra", "products", "outlets"])
    func givenCodes(list: String) throws {
        let given = try Self.column("village_code", of: list).filter { !$0.value.isEmpty }
        #expect(given.count == ["sentra": 150, "products": 235, "outlets": 19][list])
        var placed: [String: String] = [:]
        for document in try ImportFixture.kalsel().documents() {
            guard let record = document.record as? any PlacedRecord, given[record.id] != nil else { continue }
            placed[record.id] = record.placement.villageCode
        }
        #expect(placed == given)
    }

    /// Sentra that name a village without its code, and the smallest area that is sure; judged by hand, one by one.
    private static let withoutCode = [
        "sentra-0004": "63.71.05.1009", "sentra-0029": "63.05.05", "sentra-0087": "63.03",
        "sentra-0088": "63.03.15.2004", "sentra-0100": "63.10.02.2008", "sentra-0112": "63.03.04",
        "sentra-0114": "63.71.04", "sentra-0124": "63.08.08", "sentra-0182": "63.09.01", "sentra-0183": "63.09.09",
    ]

    @Test("places a sentra that names a village without its code in the area that is sure")
    func namesWithoutCodes() throws {
        let named = try Self.column("desa_or_kelurahan", of: "sentra").filter { !$0.value.isEmpty }
        let codes = try Self.column("village_code", of: "sentra")
        let sentra = try ImportFixture.kalsel().sentra().filter { named[$0.id] != nil && codes[$0.id]?.isEmpty == true }
        let placed = sentra.map {
            ($0.id, $0.placement.villageCode ?? $0.placement.districtCode ?? $0.placement.regencyCode)
        }
        #expect(Dictionary(uniqueKeysWithValues: placed) == Self.withoutCode)
        #expect(sentra.allSatisfy { $0.placement.placeText?.isEmpty == false && $0.placement.source != nil })
    }

    /// The values of a column of one of the package's lists, by id.
    private static func column(_ header: String, of list: String) throws -> [String: String] {
        let reader = try RowReaders.open(package + "/\(list).csv")
        let column = try #require(reader.headers.firstIndex(of: header))
        var values: [String: String] = [:]
        while let row = try reader.next() { values[row.values[0]] = row.values[column] }
        return values
    }

    @Test("has a field for every column, and a reason for every link")
    func fields() throws {
        let fixture = try ImportFixture.kalsel()
        for document in try fixture.documents() {
            switch document {
            case .village(let village): #expect(village.extra.isEmpty)
            case .sentra(let sentra): #expect(sentra.extra.isEmpty && sentra.description != nil, "\(sentra.id)")
            case .product(let product): #expect(product.extra.isEmpty && product.description != nil, "\(product.id)")
            case .outlet(let outlet): #expect(outlet.extra.isEmpty, "\(outlet.id)")
            }
        }
        let sentra = try fixture.sentra()
        #expect(sentra.count { $0.noteEn != nil } == 166 && sentra.count { $0.rawMaterial != nil } == 127)
        #expect(sentra.count { $0.foundedYear != nil } == 22 && sentra.count { $0.ovopYear != nil } == 5)
        #expect(try fixture.products().count { $0.pageDate != nil } == 205)
        let given = try Self.column("sentra_id", of: "products").filter { !$0.value.isEmpty }
        let links = try fixture.catalog.read { try $0.links() }
        #expect(Dictionary(uniqueKeysWithValues: links.map { ($0.productID, $0.sentraID) }) == given)
        #expect(links.allSatisfy { $0.reason != nil })
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
