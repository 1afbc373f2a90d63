import Catalog
import Foundation
import Gazetteer
import Geo
import Importing
import TestSupport
import Testing

@Suite("Imports")
struct ImporterTests {
    static let list = """
        id,nama_sentra,komoditi,desa,kecamatan,kabupaten,unit_usaha,tenaga_kerja,Tahun Berdiri
        s-1,Purun Jaya,tikar purun,Baringin A,Candi Laras Selatan,Tapin,25,1.250,1998
        s-2,Rantau Berkarya,dodol,Rantau Kiwa,,Kab. Tapin,-,,
        """

    @Test("store rows with their places, figures and extra properties")
    func first() throws {
        let fixture = try ImportFixture()
        let report = try fixture.importing(Self.list, named: "daftar.csv")
        #expect(report.kind == .sentra)
        #expect(report.counts == ImportBatch.Counts(read: 2, added: 2))
        #expect(report.placed == ImportReport.Placed(village: 2))

        var expected = Sentra(id: "s-1", name: "Purun Jaya")
        expected.commodity = "tikar purun"
        expected.businessUnits = 25
        expected.workers = 1_250
        expected.placement = Placement(
            placeText: "Baringin A, Candi Laras Selatan, Tapin", villageCode: "63.05.05.2003", districtCode: "63.05.05",
            regencyCode: "63.05",
            coordinate: Coordinate(longitude: 115.0125, latitude: -2.8631), source: .village, accuracyMetres: 600)
        expected.foundedYear = 1998
        expected.origin = RowOrigin(batchID: 3, file: "daftar.csv", line: 2)
        let sentra = try fixture.sentra()
        #expect(sentra.first == expected)
        #expect(sentra.last?.businessUnits == nil && sentra.last?.workers == nil && sentra.last?.extra.isEmpty == true)
        let batch = try fixture.catalog.read { try $0.batches(limit: 1) }.first
        #expect(batch?.file == "daftar.csv" && batch?.counts == report.counts && batch?.checksumSHA256.count == 64)
    }

    @Test("reject the row of totals below a list", arguments: ["JUMLAH", "Total", "Jumlah Keseluruhan"])
    func totals(name: String) throws {
        let fixture = try ImportFixture()
        let report = try fixture.importing(Self.list + "\n,\(name),,,,,37,1.250,\n")
        #expect(report.counts == ImportBatch.Counts(read: 3, added: 2, rejected: 1))
        #expect(report.groups.map(\.cause) == [.rowOfTotals])
        #expect(try fixture.sentra().map(\.id) == ["s-1", "s-2"])
    }

    @Test("of an unchanged file change nothing, not even the list of imports")
    func again() throws {
        let fixture = try ImportFixture()
        try fixture.importing(Self.list)
        let before = (try fixture.state(), try Data(contentsOf: URL(fileURLWithPath: fixture.catalog.path)))
        let report = try fixture.importing(Self.list)
        #expect(report.counts == ImportBatch.Counts(read: 2, unchanged: 2))
        #expect(try fixture.state() == before.0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.catalog.path)) == before.1)
    }

    @Test(
        "of a changed row update only this row; a missing column keeps the values, an empty cell removes one"
    )
    func update() throws {
        let fixture = try ImportFixture()
        try fixture.importing(Self.list)
        let report = try fixture.importing(
            """
            id,nama_sentra,unit_usaha,tenaga_kerja
            s-1,Purun Jaya,30,
            s-2,Rantau Berkarya,,
            """)
        #expect(report.counts == ImportBatch.Counts(read: 2, updated: 1, unchanged: 1))
        let sentra = try #require(try fixture.sentra().first)
        #expect(sentra.businessUnits == 30)
        #expect(sentra.workers == nil)
        #expect(sentra.commodity == "tikar purun")
        #expect(sentra.placement.villageCode == "63.05.05.2003")
        #expect(sentra.foundedYear == 1998)
        #expect(sentra.origin?.batchID == 4)
    }

    @Test("store nothing of a file that ends within quotes")
    func brokenFile() throws {
        let fixture = try ImportFixture()
        let before = try fixture.state()
        #expect(throws: ImportingError.self) { try fixture.importing(Self.list + "\ns-3,\"Tak ditutup") }
        #expect(try fixture.state() == before)
    }

    @Test("with --dry-run report everything and write nothing; later files see the rows of earlier ones")
    func dryRun() throws {
        let fixture = try ImportFixture(hasAreas: false)
        let paths = try [
            ("regions.csv", ImportFixture.regions), ("villages.csv", ImportFixture.villages), ("sentra.csv", Self.list),
        ].map {
            try fixture.directory.write($1 + "\n", to: $0).path
        }
        var options = ImportOptions()
        options.isDryRun = true
        var counts: [Int] = []
        try fixture.importer(options).run(paths) { report in
            #expect(report.isDryRun)
            counts.append(report.counts.added)
        }
        #expect(counts == [4, 3, 2])
        #expect(try fixture.state() == CatalogState())
        #expect(try fixture.catalog.read { try $0.batches().isEmpty })
    }

    @Test("keep the valid rows of a file with an invalid one, but none with --strict")
    func strict() throws {
        let list = Self.list + "\ns-3,Tiga,,,,Tapin,banyak,,\n,,,,,Tapin,,,"
        let fixture = try ImportFixture()
        let before = try fixture.state()
        let refused = try fixture.importing(list) { $0.isStrict = true }
        #expect(refused.isRefused)
        #expect(refused.counts == ImportBatch.Counts(read: 4, added: 2, rejected: 2))
        #expect(try fixture.state() == before)
        let report = try fixture.importing(list)
        #expect(report.counts == refused.counts)
        #expect(report.causes == [.notANumber: 1, .nameMissing: 1])
        #expect(try fixture.sentra().map(\.id) == ["s-1", "s-2"])
    }

    @Test("accept regions in any order, and reject those without a parent")
    func regionsInAnyOrder() throws {
        let fixture = try ImportFixture(hasAreas: false)
        let rows = ImportFixture.regions.split(separator: "\n")
        let shuffled = ([rows[0]] + rows.dropFirst().reversed() + ["63.09.01,Banua Lawas,kecamatan,63.09,,"]).joined(
            separator: "\n")
        let report = try fixture.importing(shuffled, as: .regions)
        #expect(report.counts == ImportBatch.Counts(read: 5, added: 4, rejected: 1))
        #expect(report.causes == [.parentUnknown: 1])
        #expect(
            report.messages == [
                "Neither the catalog nor the file has the region '63.09', which '63.09.01' lies in. "
                    + "Add a row for it, or import the list that has it first."
            ])
    }

    @Test(
        "reject rows with contradictory codes, codes of another level or of BPS, and suggest the right code"
    )
    func codes() throws {
        let fixture = try ImportFixture()
        let report = try fixture.importing(
            """
            kode_desa,nama_desa,kode_kecamatan,kecamatan,kabupaten
            63.05.05.2003,Baringin A,63.05.04,,
            63.05.05,Candi Laras Selatan,,,
            6305010007,Margasari Ulu,,Candi Laras Selatan,Tapin
            63.05.99.2001,Tiada,,,
            x,Salah,,,
            ,Kosong,,,
            6305052004,Baringin B,630505,,
            """)
        #expect(report.kind == .villages)
        #expect(report.counts == ImportBatch.Counts(read: 7, added: 1, rejected: 6))
        #expect(
            report.causes == [
                .codesDisagree: 1, .codeOfOtherLevel: 1, .codeOfStatistics: 1, .districtUnknown: 1, .codeUnreadable: 1,
                .codeMissing: 1,
            ])
        #expect(report.messages.contains { $0.contains("by its names this is 63.05.05.2001, Margasari Hulu.") })
        let village = try #require(try fixture.villages().last)
        #expect(village.code == "63.05.05.2004" && village.kind == .desa)
    }

    @Test("keep the former name of a village, and follow a changed code")
    func formerNames() throws {
        let fixture = try ImportFixture()
        try fixture.importing(Self.list)
        let report = try fixture.importing(
            """
            kode_desa,nama_desa,kode_lama,berlaku_sampai,lintang,bujur
            63.05.04.2009,Baringin A,63.05.05.2003,17/08/2025,-2.9,115.15
            63.05.04.1001,Rantau Kiwa Baru,,,-2.9312,115.1551
            63.05.05.2001,MARGASARI HULU,,,-2.8467,114.9812
            """)
        #expect(report.counts == ImportBatch.Counts(read: 3, added: 1, updated: 2))
        #expect(report.followed == 1)
        #expect(report.causes == [.villageMoved: 1])
        #expect(
            try fixture.catalog.read { try $0.formerNames() } == [
                FormerName(
                    code: "63.05.04.1001", formerName: "Rantau Kiwa", source: "the catalog before list.csv was imported"
                ),
                FormerName(code: "63.05.04.2009", formerCode: "63.05.05.2003", validUntil: "2025-08-17"),
            ])
        #expect(try fixture.sentra().first?.placement.villageCode == "63.05.04.2009")
        #expect(try fixture.villages().map(\.code) == ["63.05.04.1001", "63.05.04.2009", "63.05.05.2001"])
        // A row with the old code and name of the village gets its current position.
        let placed = try fixture.importing("id,nama_sentra,kode_desa\ns-9,Lama,63.05.05.2003")
        #expect(placed.causes == [.place(.formerCode): 1])
        #expect(try fixture.sentra().last?.placement.villageCode == "63.05.04.2009")
    }

    @Test("move sentra with the new position of their village")
    func followers() throws {
        let fixture = try ImportFixture()
        try fixture.importing(Self.list)
        let report = try fixture.importing(
            ImportFixture.villages.replacing("-2.8631,115.0125", with: "-2.8700,115.0200"), named: "villages.csv",
            as: .villages)
        #expect(report.counts.updated == 1)
        #expect(report.followed == 1)
        #expect(try fixture.sentra().first?.placement.coordinate == Coordinate(longitude: 115.02, latitude: -2.87))
    }

    @Test("of outlets read what they sell and when, and place them as sentra are placed")
    func outlets() throws {
        let fixture = try ImportFixture()
        let text = """
            id,name,sells,place,hours,since,page_date,source_url
            o-1,Pasar Kamis,"purun, rotan","Baringin A, Candi Laras Selatan, Tapin",Kamis pagi,1985,2016,https://example.org
            ,Galeri Purun,tas,Tapin,,,,
            """
        let report = try fixture.importing(text)
        #expect(report.kind == .outlets)
        #expect(report.counts == ImportBatch.Counts(read: 2, added: 2))
        #expect(report.placed == ImportReport.Placed(village: 1, regency: 1))
        let market = try #require(try fixture.outlets().first { $0.id == "o-1" })
        #expect(market.sells == "purun, rotan" && market.hours == "Kamis pagi" && market.since == "1985")
        #expect(market.sourceURL == "https://example.org" && market.pageDate == "2016" && market.extra.isEmpty)
        #expect(market.placement.villageCode == "63.05.05.2003")
        #expect(try fixture.outlets().contains { $0.id.hasPrefix("outlet-") && $0.name == "Galeri Purun" })
        #expect(try fixture.importing(text).counts.unchanged == 2)
    }

    @Test("of sentra keep what public pages tell, each in its field")
    func pageFacts() throws {
        let fixture = try ImportFixture()
        let text = """
            id,nama_sentra,bahan_baku,pemasaran,ekspor,luas,tahun_berdiri,wbtb,penghargaan,catatan_inggris,more_sources,page_date
            s-1,Purun,purun danau,Bali; Jakarta,Jepang,± 20 ha,1998,WBTb 2023,Juara 1,Market,https://a.id https://b.id,9/12/2022
            s-2,Bakul,,,,,sekitar 1998,,,,,kemarin
            """
        let report = try fixture.importing(text, as: .sentra)
        #expect(report.counts.added == 2 && report.causes == [.notADate: 2])
        let sentra = try fixture.sentra()
        let first = try #require(sentra.first)
        #expect(first.rawMaterial == "purun danau" && first.market == "Bali; Jakarta" && first.export == "Jepang")
        #expect(first.area == "± 20 ha" && first.foundedYear == 1998 && first.heritage == "WBTb 2023")
        #expect(first.awards == "Juara 1" && first.noteEn == "Market" && first.pageDate == "2022-12-09")
        #expect(first.moreSources == ["https://a.id", "https://b.id"] && first.extra.isEmpty)
        // What is no year and no date is kept as written.
        #expect(sentra.last?.foundedYear == nil && sentra.last?.pageDate == nil)
        #expect(sentra.last?.extra == ["tahun_berdiri": "sekitar 1998", "page_date": "kemarin"])
        #expect(try fixture.importing(text, as: .sentra).counts.unchanged == 2)
    }

    @Test("take the place of the extra property that an earlier release made of the column")
    func formerExtra() throws {
        let fixture = try ImportFixture()
        var old = Sentra(id: "s-1", name: "Purun")
        old.extra = ["Bahan Baku": "purun", "Omzet": "besar", "laki-laki": "3"]
        try fixture.catalog.write { writer in
            let batch = try writer.beginBatch(file: "old.csv", kind: .sentra, at: Date(timeIntervalSince1970: 0))
            _ = try writer.upsert(old, batch: batch, line: 1)
        }
        try fixture.importing("id,nama_sentra,Bahan Baku,Omzet,laki-laki,perempuan\ns-1,Purun,purun,besar,3,4")
        let sentra = try #require(try fixture.sentra().first)
        #expect(sentra.rawMaterial == "purun" && sentra.workers == 7)
        #expect(sentra.extra == ["Omzet": "besar", "laki-laki": "3", "perempuan": "4"])
    }

    @Test("of products parse prices, certificates and their sentra")
    func products() throws {
        let fixture = try ImportFixture()
        try fixture.importing(Self.list)
        let report = try fixture.importing(
            """
            id_produk,nama_produk,bahan,harga,satuan,halal,no_pirt,sentra_id,lokasi
            p-1,Tikar,purun,20000-35000 per lembar,,ya,2106303010123-24,s-1,"Baringin A, Tapin"
            p-2,Bakul,purun,nego,,,,,
            p-3,Tas,purun,Rp 50.000,buah,mungkin,,,
            p-4,Topi,purun,,,tidak,,s-9,
            """)
        #expect(report.counts == ImportBatch.Counts(read: 4, added: 2, rejected: 2))
        #expect(report.causes == [.notAPrice: 1, .notAYesOrNo: 1, .sentraUnknown: 1])
        let products = try fixture.products()
        #expect(
            products.first?.price
                == PriceRange(text: "20000-35000 per lembar", minRupiah: 20_000, maxRupiah: 35_000, unit: "lembar"))
        #expect(
            products.first?.certifications == Certifications(text: "no_pirt 2106303010123-24", halal: true, pirt: true))
        #expect(
            try fixture.catalog.read { try $0.links() } == [ProductLink(productID: "p-1", sentraID: "s-1")])
        #expect(products.last?.price == PriceRange(text: "nego"))
    }
}
