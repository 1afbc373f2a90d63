import Catalog
import Geo
import Importing
import Testing

@Suite("One list in all formats")
struct FormatTests {
    @Test(
        "gives the same sentra in every format and CRS",
        arguments: [
            "sentra-1252.csv", "sentra.xlsx", "sentra.ods", "sentra-23837.shp", "sentra-32750.gpkg",
            "daftar-sentra.xlsx",
            "daftar-sentra.csv",
        ])
    func formats(file: String) throws {
        let fixture = try ImportFixture.kalsel()
        let before = Set(try fixture.sentra().map(\.id))
        let report = try fixture.importing(path: ImportFixture.fixture("formats/\(file)"), as: .sentra)
        #expect(report.counts == ImportBatch.Counts(read: 3, added: 3), "\(ReportText.render(report))")
        #expect(report.placed == ImportReport.Placed(own: 3), "\(ReportText.render(report))")
        let sentra = try fixture.sentra().filter { !before.contains($0.id) }.sorted { $0.name < $1.name }
        #expect(sentra.map(\.name) == ["Anyaman Purun Baringin", "Dodol Kandangan", "Kué Lapis “Ma’ Ijah”"])
        #expect(sentra.map(\.commodity) == ["tikar purun", "dodol", "kué lapis"])
        #expect(sentra.map(\.businessUnits) == [25, 1_250, 6])
        #expect(sentra.map(\.workers) == [60, nil, 14])
        #expect(sentra.map(\.figuresYear) == [2022, 2021, 2023])
        #expect(sentra.map(\.note) == ["Pasar tiap Sabtu; 1,5 km dari jalan", "Angka seluruh kecamatan", nil])
        #expect(sentra.map(\.placement.villageCode) == ["63.05.05.2003", nil, "63.71.04.1004"])
        let points = [(115.01254, -2.86312), (115.26222, -2.78401), (114.60321, -3.30055)]
        for (sentra, point) in zip(sentra, points) {
            let coordinate = try #require(sentra.placement.coordinate)
            // A centimetre, in degrees.
            #expect(
                abs(coordinate.longitude - point.0) < 1e-7 && abs(coordinate.latitude - point.1) < 1e-7,
                "\(file) \(coordinate)")
        }
        #expect(
            try fixture.importing(path: ImportFixture.fixture("formats/\(file)"), as: .sentra).counts.unchanged == 3)
    }
}
