import Catalog
import Importing
import TestSupport
import Testing

@Suite("The report")
struct ReportTextTests {
    @Test("has the counts and the assignment of columns, then the problems by cause")
    func golden() throws {
        let fixture = try ImportFixture()
        let report = try fixture.importing(
            """
            id,nama_sentra,desa,kecamatan,kabupaten,unit_usaha,lat,lng,Omzet
            s-1,Purun,Baringin A,Candi Laras Selatan,Tapin,banyak,,,1998
            s-2,Bakul,Beringin A,,Tapin,12,,,
            s-3,Tikar,Entah,Tapin Utara,Tapin,12,,,
            s-4,Topi,Entah,Tapin Utara,Tapin,12,,,
            s-5,Dodol,Rantau Kiwa,,Tapin,±7,-2.9312,115.1551,
            s-6,Tas,Rantau Kiwa,,Tapin,,115.1551,-2.9312,
            """, named: "daftar.csv")
        let folder = fixture.directory.path
        #expect(
            ReportText.render(report).replacing(folder + "/", with: "") == """
                daftar.csv: 6 sentra read (CSV, comma, UTF-8)
                  4 added, 0 updated, 0 unchanged, 2 rejected
                  placed by village 1, district 2, regency 0, own coordinates 1, not at all 0
                  kind: sentra, decided by 'nama_sentra', 'unit_usaha'
                    id            <- id
                    name          <- nama_sentra
                    village       <- desa
                    district      <- kecamatan
                    regency       <- kabupaten
                    latitude      <- lat
                    longitude     <- lng
                    businessUnits <- unit_usaha
                    kept as extra properties: Omzet

                2 rows rejected: not a number
                  daftar.csv:2  unit_usaha 'banyak'
                      'banyak' is not a whole number such as 25 or 1.250.
                  daftar.csv:6  unit_usaha '±7'
                      '±7' is not a whole number such as 25 or 1.250.
                  -> Write a whole number such as 25 or 1.250, or leave the cell empty.

                2 rows placed less exactly: no such village
                  daftar.csv:4, 5  desa 'Entah'
                      No village 'Entah' is known in the area that the row names.
                  -> Write the village's official name or its code.

                1 row with a remark: a place name read as another spelling
                  daftar.csv:3  desa 'Beringin A'
                      The village 'Beringin A' is read as Baringin A, Candi Laras Selatan, Tapin (63.05.05.2003): the same name in another spelling.
                  -> Nothing, if that is right; else write the official name or the code.

                1 row with a remark: longitude and latitude swapped
                  daftar.csv:7  lat '115.1551, -2.9312'
                      Longitude -2.9312, latitude 115.1551 is read as longitude 115.1551, latitude -2.9312: longitude and latitude are swapped.
                  -> Nothing, if that is right: no other reading is in Rantau Kiwa, Tapin Utara, Tapin. Correct it in the file.

                """)
    }

    @Test("keeps the first of many problems and counts all")
    func bounded() throws {
        let fixture = try ImportFixture()
        let rows = (0..<3_000).map { "s-\($0),Sentra,x\($0 % 100)" }.joined(separator: "\n")
        let report = try fixture.importing("id,nama_sentra,unit_usaha\n" + rows)
        let group = try #require(report.groups.first)
        #expect(report.groups.count == 1 && group.count == 3_000)
        #expect(group.examples.count == 10 && group.examples.allSatisfy { $0.count == 30 && $0.lines.count == 5 })
        let text = ReportText.render(report)
        #expect(
            text.contains(
                "3000 rows rejected: not a number\n  list.csv:2, 102, 202, 302, 402 and 25 more  unit_usaha 'x0'\n"))
        #expect(text.contains("\n  and 2700 more\n"))
    }

    @Test("mentions a dry run, a rejected file, and a file without changes")
    func endings() throws {
        let fixture = try ImportFixture()
        let good = "id,nama_sentra\ns-1,Satu"
        #expect(
            try ReportText.render(fixture.importing(good) { $0.isDryRun = true }).contains(
                "  would be 1 added, 0 updated, 0 unchanged, 0 rejected"))
        #expect(
            try ReportText.render(fixture.importing(good) { $0.isDryRun = true }).contains(
                "  Nothing was written: this was a dry run."))
        #expect(
            try ReportText.render(fixture.importing(good + "\ns-2,") { $0.isStrict = true }).contains(
                "  NOT IMPORTED: --strict rejects the whole file because of rejected rows; the catalog is unchanged."))
        try fixture.importing(good)
        #expect(
            try ReportText.render(fixture.importing(good)).contains(
                "  The catalog is unchanged: it already has everything in the file."))
    }
}
