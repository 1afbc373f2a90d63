import Geo
import Testing

@testable import SearchService

@Suite("Numbers, prices and distances as people read them")
struct PageWordsTests {
    static func words(_ code: String) throws -> PageWords {
        let languages = try SiteFiles.languages()
        return languages.words(try #require(languages.all.first { $0.code == code }))
    }

    @Test(
        "length",
        arguments: [
            (0, "0 m", "0 m"), (14, "10 m", "10 m"), (994, "990 m", "990 m"), (995, "1 km", "1 km"),
            (1_834, "1,8 km", "1.8 km"),
            (9_949, "9,9 km", "9.9 km"), (9_950, "10 km", "10 km"), (25_400, "25 km", "25 km"),
            (1_234_000, "1.234 km", "1,234 km"),
        ])
    func length(metres: Double, indonesian: String, english: String) throws {
        #expect(try Self.words("id").length(metres) == indonesian)
        #expect(try Self.words("en").length(metres) == english)
    }

    @Test("a distance below the accuracy of positions is not shown")
    func noDistance() throws {
        #expect(try Self.words("id").distance(0) == "di tempat ini")
        #expect(try Self.words("id").distance(49.9) == "di tempat ini")
        #expect(try Self.words("id").distance(50) == "50 m")
    }

    @Test(
        "thousands",
        arguments: [
            (0, "0"), (999, "999"), (1_000, "1.000"), (22_000, "22.000"), (1_234_567, "1.234.567"), (-1_000, "−1.000"),
        ])
    func grouped(number: Int, text: String) throws { #expect(try Self.words("id").grouped(number) == text) }

    @Test(
        "price",
        arguments: [
            (15_000, 100_000, nil, "Rp15.000–Rp100.000"), (10_000, 10_000, nil, "Rp10.000"),
            (5_000, nil, nil, "mulai Rp5.000"),
            (200_000, 250_000, "kg", "Rp200.000–Rp250.000 per kg"),
        ] as [(Int, Int?, String?, String)])
    func price(least: Int, most: Int?, unit: String?, text: String) throws {
        #expect(try Self.words("id").price(least: least, most: most, unit: unit) == text)
    }

    @Test("coordinates have their hemisphere")
    func coordinate() throws {
        let place = Coordinate(longitude: 115.0083, latitude: -2.8807)
        #expect(try Self.words("id").coordinate(place) == "2,8807° LS, 115,0083° BT")
        #expect(try Self.words("en").coordinate(place) == "2.8807° S, 115.0083° E")
        #expect(try Self.words("en").coordinate(Coordinate(longitude: -3.5, latitude: 0)) == "0.0000° N, 3.5000° W")
    }

    @Test("formats counts")
    func counts() throws {
        let words = try Self.words("id")
        #expect([0, 1, 2_016].map(words.count) == ["Tidak ada hasil", "1 hasil", "2.016 hasil"])
    }

    @Test("a value without a text is shown as in the data")
    func unknown() throws {
        let words = try Self.words("id")
        #expect(words.category("pertanian-olahan") == "Hasil tani dan olahannya")
        #expect(words.category("alat-musik") == "Alat musik")
        #expect(words.label("price") == "Harga")
        #expect(words.label("nama_ketua") == "Nama ketua")
    }

    @Test("links keep the requested language")
    func links() throws {
        #expect(try Self.words("id").link("/?q=a") == "/?q=a")
        #expect(try Self.words("en").link("/?q=a") == "/?q=a&lang=en")
        #expect(try Self.words("en").link("/api") == "/api?lang=en")
    }

    @Test(
        "the language of a note",
        arguments: [
            ("Only village of the kecamatan with an organised weavers' group", true),
            ("About 60 kg a day; named firm", true),
            ("Kelompok usaha di desa ini dengan 20 perajin", false), ("Dijual ke Banjarmasin dan Palangka Raya", false),
            ("", false),
            ("Hasta Karya", false),
        ])
    func written(text: String, isEnglish: Bool) {
        #expect(WrittenLanguage.code(of: text) == (isEnglish ? "en" : "id"))
    }
}
