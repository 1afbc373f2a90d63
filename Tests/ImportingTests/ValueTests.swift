import Catalog
import Foundation
import Testing

@testable import Importing

@Suite("Values")
struct ValueTests {
    @Test(
        "parses whole numbers",
        arguments: [
            ("25", 25), ("0", 0), ("1.250", 1_250), ("1,250", 1_250), ("1 250", 1_250), ("1.234.567", 1_234_567),
            ("1'250", 1_250),
            ("25 orang", 25), ("1.250 unit usaha", 1_250), ("20,0", 20), ("20.00", 20), ("1.250,00", 1_250),
            ("0012", 12),
            ("12,5", nil), ("±25", nil), ("25-30", nil), ("> 20", nil), ("puluhan", nil), ("", nil), ("1.25.0", nil),
            ("1,2,3", nil),
            ("25 ton", nil), ("١٢", nil), ("1e3", nil), ("99999999999999999999", nil),
        ] as [(String, Int?)])
    func whole(text: String, number: Int?) {
        #expect(WrittenNumber.whole(text) == number)
    }

    @Test(
        "parses decimal numbers",
        arguments: [
            ("12,5", 12.5), ("12.5", 12.5), ("37125.426", 37125.426), ("37.125,43", 37125.43), ("37,125.43", 37125.43),
            ("3841.157", 3841.157), ("569.302", 569.302), ("0.125", 0.125), ("1.234.567", 1_234_567),
            ("9613000", 9_613_000),
            ("9.613.000,25", 9_613_000.25), ("1.2.3", nil), ("1,2.3,4", nil), ("12,", nil), (",5", nil), ("a", nil),
        ] as [(String, Double?)])
    func decimal(text: String, number: Double?) {
        #expect(WrittenNumber.decimal(text) == number)
    }

    @Test(
        "parses years and stars",
        arguments: [
            ("2024", 2024, nil), ("Tahun 2019", 2019, nil), ("th. 2008", 2008, nil), ("2015.0", 2015, nil),
            ("24", nil, nil),
            ("1750", nil, nil), ("2024/2025", nil, nil), ("3", nil, 3), ("bintang 5", nil, 5), ("2 Bintang", nil, 2),
            ("***", nil, 3),
            ("★★★★", nil, 4), ("6", nil, nil), ("0", nil, nil), ("", nil, nil),
        ] as [(String, Int?, Int?)])
    func yearsAndStars(text: String, year: Int?, stars: Int?) {
        #expect(WrittenNumber.year(text) == year)
        #expect(WrittenNumber.stars(text) == stars)
    }

    @Test("recognizes blanks", arguments: ["-", "—", "N/A", "Tidak ada", "belum ada data", "NULL", "?"])
    func blanks(text: String) {
        #expect(WrittenNumber.isBlank(text))
        #expect(!WrittenNumber.isBlank(text + " x"))
    }

    @Test(
        "parses prices",
        arguments: [
            ("150000", 150_000, 150_000, nil), ("20000-350000", 20_000, 350_000, nil),
            ("15000-25000 per gram", 15_000, 25_000, "gram"),
            ("5000 ke atas", 5_000, nil, nil), ("Rp 15.000", 15_000, 15_000, nil),
            ("Rp. 15.000,-", 15_000, 15_000, nil),
            ("Rp15.000,00", 15_000, 15_000, nil), ("15rb", 15_000, 15_000, nil), ("15 ribu", 15_000, 15_000, nil),
            ("1,5 juta", 1_500_000, 1_500_000, nil), ("10-15 ribu", 10_000, 15_000, nil),
            ("20.000 s/d 35.000", 20_000, 35_000, nil),
            ("Rp 20.000 – Rp 35.000", 20_000, 35_000, nil), ("20000 sampai 30000", 20_000, 30_000, nil),
            ("mulai 5000", 5_000, nil, nil),
            ("mulai dari Rp 10.000", 10_000, nil, nil), ("hingga 50.000", nil, 50_000, nil),
            ("15.000/kg", 15_000, 15_000, "kg"),
            ("8000-10000 per 100 biji", 8_000, 10_000, "100 biji"), ("30000 per 460 ml", 30_000, 30_000, "460 ml"),
            ("100000 per ekor", 100_000, 100_000, "ekor"), ("500 per buah", 500, 500, "buah"),
            ("25k", 25_000, 25_000, nil),
            ("dari 5000 sampai 9000", 5_000, 9_000, nil),
        ] as [(String, Int?, Int?, String?)])
    func prices(text: String, minimum: Int?, maximum: Int?, unit: String?) {
        #expect(PriceText.read(text) == PriceRange(text: text, minRupiah: minimum, maxRupiah: maximum, unit: unit))
    }

    @Test(
        "rejects texts that are not prices",
        arguments: [
            "nego", "", "USD 5", "5000 atau 7000", "9000-5000", "1-2-3", "harga", "15,5", "per kg", "-5", "1.5.0",
        ])
    func noPrices(text: String) {
        #expect(PriceText.read(text) == nil)
    }

    @Test("parses every price of the bundled package")
    func bundledPrices() throws {
        let path = ImportFixture.root.appendingPathComponent("Index/Packages/kalsel/products.csv").path
        let reader = try RowReaders.open(path)
        let column = try #require(reader.headers.firstIndex(of: "price_idr"))
        var prices = 0
        while let row = try reader.next() {
            if row.values[column].isEmpty { continue }
            prices += 1
            #expect(PriceText.read(row.values[column]) != nil, "\(row.values[column])")
        }
        #expect(prices == 76)
    }

    @Test(
        "parses certificates",
        arguments: [
            ("halal", Certifications(halal: true)), ("BPOM MD", Certifications(bpomMD: true)),
            ("BPOM (satu produsen)", Certifications(bpomMD: true)), ("HAKI motif", Certifications()),
            ("organik SNI (sejak 2010)", Certifications(sni: true)),
            ("IG (10 September 2020)", Certifications(geographicIndication: true)),
            ("Halal, P-IRT dan SNI", Certifications(halal: true, pirt: true, sni: true)),
            ("PIRT 2106303010123-24; belum halal", Certifications(halal: false, pirt: true)),
            ("IG (diajukan 2024)", Certifications()),
            ("indikasi geografis", Certifications(geographicIndication: true)),
        ])
    func certificates(text: String, expected: Certifications) {
        var expected = expected
        expected.text = text
        #expect(CertificationText.read(text) == expected)
    }

    @Test("parses a column for one certificate")
    func flags() {
        #expect(CertificationText.flag("Ya")?.isHeld == true)
        #expect(CertificationText.flag("belum")?.isHeld == false)
        #expect(CertificationText.flag("ID63110000123450321")?.number == "ID63110000123450321")
        #expect(CertificationText.flag("mungkin") == nil)
    }

    @Test("splits names at the strongest separator")
    func names() {
        #expect(SentraMaker.names("Kampung Purun; Purun, Baringin") == ["Kampung Purun", "Purun, Baringin"])
        #expect(SentraMaker.names("A, B ,C") == ["A", "B", "C"])
        #expect(SentraMaker.names(nil) == [])
    }
}
