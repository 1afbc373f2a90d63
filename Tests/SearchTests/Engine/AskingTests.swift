import Gazetteer
import Geo
import IndexDefinition
import IndexStore
import Testing

@testable import Search

@Suite("Questions that ask for makers, for all of a place, or near it")
struct AskingTests {
    let index: TestIndex

    init() throws { index = try Self.shared.get() }

    private static let places = [
        TestPlace(
            code: "63.01", kind: "kabupaten", name: "Kabupaten Utama", label: "Kabupaten Utama",
            coordinate: Coordinate(longitude: 115, latitude: -3), names: [("utama", .official)]),
        TestPlace(
            code: "63.01.01", kind: "kecamatan", name: "Hulunya", label: "Hulunya",
            coordinate: Coordinate(longitude: 115.01, latitude: -3)),
        TestPlace(
            code: "63.02.01", kind: "kecamatan", name: "Antah", label: "Antah",
            coordinate: Coordinate(longitude: 114.9, latitude: -3)),
        TestPlace(
            code: "63.01.01.2001", kind: "desa", name: "Merah", label: "Merah, Hulunya",
            coordinate: Coordinate(longitude: 115.02, latitude: -3)),
    ]

    private static let shared = Result {
        try TestIndex(
            [
                document("p1", "Kerajinan bambu", east: 0.02), document("p2", "Perajin tas purun", .sentra, east: 0.02),
                document("p3", "Bakul bambu", .sentra, east: 0.9), document("p4", "Tikar bambu", east: 0.3),
                document("p5", "Gula merah", east: 0, inMiddle: true), document("p6", "Gula merah cetak", east: 0.02),
                document("p7", "Pasar bambu", .sentra, east: 0.5), document("p8", "Perahu", east: 0.05),
                document("p9", "Jukung", east: 0.05),
            ], places: places)
    }

    /// A document so many degrees east of the middle of the regency; 0.01 is 1.1 km.
    private static func document(
        _ id: String, _ name: String, _ kind: DocumentKind = .product, east: Double, inMiddle: Bool = false
    ) -> TestDocument {
        var document = TestDocument(kind: kind, id: id, name: name, place: "Kabupaten Utama")
        document.coordinate = Coordinate(longitude: 115 + east, latitude: -3)
        document.positionPrecision = inMiddle ? .regency : .own
        document.regency = "63.01"
        document.district = inMiddle ? nil : "63.01.01"
        return document
    }

    @Test("a word for a maker is not demanded, and lifts nothing that has not the rest")
    func asksForMakers() throws {
        let found = try index.ids("pengrajin bambu")
        #expect(Set(found.prefix(2)) == ["p3", "p7"] && found.dropFirst(2).first == "p1" && !found.contains("p2"))
        #expect(try index.answer("pengrajin bambu").query.documentsWithAllWords == 4)
        #expect(try index.ids("pasar bambu").first == "p7")
    }

    @Test("what only asks, beside a place, asks for everything of its kind there, nearest first where it is to be near")
    func asksForAll() throws {
        #expect(try index.ids("sentra dekat Hulunya") == ["p2", "p7", "p3"])
        #expect(Set(try index.ids("oleh-oleh Utama")) == ["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9"])
        #expect(
            try index.ids("perajin di Utama") { $0.kinds = [.product] }.count == 6,
            "the request's own kinds are not left")
    }

    @Test("what is within reach of a place comes before what is not, better words or not")
    func prefersReach() throws {
        #expect(try index.ids("bambu dekat Hulunya").first == "p1")
        let answer = try index.answer("bakul bambu dekat Hulunya") { $0.wantsExplanation = true }
        #expect(answer.hits.map(\.id).first == "p3", "but not before what has more of the words")
        let parts = Dictionary(uniqueKeysWithValues: answer.hits.map { ($0.id, $0.explanation?.isWithinReach) })
        #expect(parts["p1"] == true && parts["p3"] == false)
    }

    @Test("a document in the middle of its regency is not believed to be right there")
    func doubtsMiddles() throws {
        let answer = try index.answer("gula merah dekat Utama") { $0.wantsExplanation = true }
        let distance = Dictionary(uniqueKeysWithValues: answer.hits.map { ($0.id, $0.explanation?.distance ?? 0) })
        #expect(try #require(distance["p5"]) < #require(distance["p6"]))
        #expect(answer.hits.first { $0.id == "p5" }?.distanceMetres == 0, "what is stated stays as it is")
    }

    @Test(
        "near a place a doubtful position comes after a sure one that is nearer than the doubt, unless distance is asked"
    )
    func doubtsDistances() throws {
        let asked = try index.answer("oleh-oleh dekat Utama").hits.map(\.id)
        #expect(try #require(asked.firstIndex(of: "p5")) > #require(asked.firstIndex(of: "p9")))
        var near = SearchRequest()
        near.near = .text("Utama")
        #expect(try index.session.near(near).hits.first?.id == "p5")
        #expect(try index.ids("oleh-oleh dekat Utama") { $0.sort = .distance }.first == "p5")
    }

    @Test("a name that is no word of any document is a place, though it has nothing")
    func goesElsewhere() throws {
        let answer = try index.answer("bambu Antah")
        #expect(answer.query.near?.name == "Antah" && answer.hits.first?.id == "p1")
    }

    @Test("a word is no village where no document is of it")
    func doubtsVillages() throws {
        let answer = try index.answer("gula merah Utama")
        #expect(answer.query.keywords == "gula merah" && Set(answer.hits.prefix(2).map(\.id)) == ["p5", "p6"])
    }

    @Test("a slip finds what the right word finds, synonyms too, and is told", arguments: ["perahhu", "prahu"])
    func correctsInFull(text: String) throws {
        let answer = try index.answer(text)
        #expect(answer.hits.map(\.id) == ["p8", "p9"] && answer.query.corrected == "perahu")
    }
}
