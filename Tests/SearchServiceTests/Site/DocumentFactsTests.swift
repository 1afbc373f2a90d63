import Geo
import IndexDefinition
import Testing

@testable import Search
@testable import SearchService

@Suite("The facts on the page of a document")
struct DocumentFactsTests {
    /// A hit with a stored body of these members.
    private static func hit(
        _ members: String, kind: DocumentKind = .sentra, name: String = "Nama", distance: Double? = nil
    ) throws
        -> StoredHit
    {
        try StoredHit(
            Hit(
                kind: kind, id: "x-1", name: name, coordinate: Coordinate(longitude: 115, latitude: -3),
                distanceMetres: distance,
                body: Array("{\(members)}".utf8)))
    }

    /// A hit of a sentra, for tests of views.
    static let sample = Hit(kind: .sentra, id: "x-1", name: "Nama", body: Array(#"{"properties":{}}"#.utf8))

    private static func facts(_ properties: String, _ language: String = "id") throws -> [String: String] {
        let facts = DocumentFacts.facts(try hit("\"properties\":{\(properties)}"), try PageWordsTests.words(language))
        return Dictionary(
            uniqueKeysWithValues: facts.map { ($0.label, $0.value) })
    }

    @Test("figures have their year; a year without figures is shown alone")
    func figures() throws {
        #expect(try Self.facts(#""workers":22000,"figures_year":2020"#) == ["Tenaga kerja": "22.000 (2020)"])
        #expect(try Self.facts(#""figures_year":2020"#) == ["Tahun data": "2020"])
    }

    @Test("shows one price, not its parts")
    func price() throws {
        let properties = #""price":"5000 ke atas","price_min_idr":5000,"source_url":"https://a.id/b""#
        #expect(try Self.facts(properties) == ["Harga": "mulai Rp5.000"])
        #expect(try Self.facts(#""price":"tanya penjual""#) == ["Harga": "tanya penjual"])
    }

    @Test("lists the documents that it is linked with as links to their pages")
    func links() throws {
        let body = #""properties":{"products":[{"id":"p/1","name":"Tas"},{"id":"p-2","name":"Topi"},{"id":"p-3"}]}"#
        let facts = DocumentFacts.facts(try Self.hit(body), try PageWordsTests.words("en"))
        #expect(facts.map(\.label) == ["Products"])
        #expect(
            facts.first?.links?.items.map { "\($0.label) \($0.url)" } == [
                "Tas /collections/products/items/p%2F1?lang=en", "Topi /collections/products/items/p-2?lang=en",
            ])
        #expect(
            DocumentFacts.facts(try Self.hit(#""properties":{"sentra":[]}"#), try PageWordsTests.words("id")).isEmpty)
    }

    @Test("shows an English note to readers of English only")
    func englishNote() throws {
        let properties = #""note_en":"Market on Saturdays","note":"Tempat berdagang.""#
        #expect(try Self.facts(properties) == ["Catatan": "Tempat berdagang."])
        #expect(
            try Self.facts(properties, "en") == ["Note in English": "Market on Saturdays", "Note": "Tempat berdagang."])
    }

    @Test("a source of its own is named by its site")
    func ownSource() throws {
        let stored = try Self.hit(#""properties":{"ovop_source_url":"https://www.a.id/b"}"#)
        let facts = DocumentFacts.facts(stored, try PageWordsTests.words("id"))
        #expect(facts.first?.value == "a.id" && facts.first?.url == "https://www.a.id/b")
    }

    @Test(
        "only web addresses become links",
        arguments: ["javascript:alert(1)", "data:text/html,x", "https://a.id/\"onclick", "ftp://a.id", "https://a b"])
    func noLink(text: String) { #expect(!DocumentFacts.isLink(text)) }

    @Test("text in the other language is marked")
    func foreign() throws {
        let stored = try Self.hit(
            ##""properties":{"note":"Sold in the market of the district","english_name":"purun bag"}"##)
        let marked = DocumentFacts.facts(stored, try PageWordsTests.words("id")).compactMap(\.foreign)
        #expect(marked.map(\.language) == ["en", "en"])
        #expect(marked.map(\.remark) == ["bahasa Inggris", nil])
        #expect(DocumentFacts.facts(stored, try PageWordsTests.words("en")).allSatisfy { $0.foreign == nil })
    }

    @Test(
        "shows how accurately a place is known",
        arguments: [
            ("village", "Titik perkiraan Palam. Ketelitiannya sekitar 3,5 km."), ("district", "Kecamatan Cempaka"),
            ("regency", "mewakili Kota Banjarbaru"),
            ("own", "Koordinat dari sumber data."),
        ])
    func precision(source: String, text: String) throws {
        let areas =
            ##""village":{"code":"1","name":"Palam"},"district":{"code":"2","name":"Cempaka"},"regency":{"code":"3","name":"Kota Banjarbaru"}"##
        let stored = try Self.hit("\"position_source\":\"\(source)\",\"position_accuracy_m\":3474,\(areas)")
        #expect(DocumentFacts.precision(stored, try PageWordsTests.words("id")).contains(text))
    }

    @Test(
        "shows no distance below the accuracy of the position",
        arguments: [
            ("village", 3_100.0, "3,1 km"), ("district", 3_100, "di sekitarnya"), ("regency", 40_000, "sekitar 40 km"),
            ("village", 0, "di tempat ini"),
        ])
    func distance(source: String, metres: Double, text: String) throws {
        let hit = try Self.hit("\"position_source\":\"\(source)\",\"properties\":{}", distance: metres).hit
        #expect(try HitView(hit, PageWordsTests.words("id")).distance == text)
    }

    @Test("hostile text is escaped in a hit and cannot end the structured data")
    func hostile() throws {
        let attack = "</script><script>alert('1')</script>"
        let stored = try Self.hit(#""properties":{"commodity":"<b>&\"x\"</b>","producer":"<i>"}"#, name: attack)
        let view = try HitView(stored.hit, PageWordsTests.words("id"))
        #expect(view.nameHTML == "&lt;/script&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;")
        #expect(view.about?.items.map(\.html) == ["&lt;b&gt;&amp;&quot;x&quot;&lt;/b&gt;", "&lt;i&gt;"])
        #expect(!StructuredData.document(stored, url: "https://a.id", region: nil).contains("<"))
    }

    @Test("a commodity is marked where the search marked it")
    func marked() throws {
        var hit = try Self.hit(#""properties":{"commodity":"tas purun","category":"anyaman"}"#).hit
        hit.highlights = [Highlight(field: "commodity", html: "tas <mark>purun</mark>; <mark>anyaman</mark>")]
        let view = try HitView(hit, PageWordsTests.words("id"))
        #expect(view.about?.items.first?.html == "tas <mark>purun</mark>")
    }
}
