import Testing

@testable import SearchService

@Suite("The address of a page")
struct PageStateTests {
    @Test("keeps the choices in a fixed order, without internal parameters")
    func canonical() {
        let state = PageState(
            [
                "lang": "en", "kind": "sentra", "q": "tas purun", "part": "1", "f": "html", "sort": "", "limit": "20",
            ], defaultLanguage: "id")
        #expect(state.url() == "/?q=tas%20purun&kind=sentra&lang=en")
    }

    @Test("leaves out Indonesian, the default language")
    func language() { #expect(PageState(["lang": "id"], defaultLanguage: "id").url() == "/") }

    @Test("a change starts at the first page")
    func firstPage() {
        let state = PageState(["q": "kue", "cursor": "abc"], defaultLanguage: "id")
        #expect(state.url(["kind": "product"]) == "/?q=kue&kind=product")
        #expect(state.url(["cursor": "def"]) == "/?q=kue&cursor=def")
    }

    @Test("removes a choice")
    func without() {
        let state = PageState(
            ["q": "kue", "near": "Rantau", "radius": "5km", "category": "makanan"], defaultLanguage: "id")
        #expect(state.url(["near": nil, "radius": nil]) == "/?q=kue&category=makanan")
        #expect(state.withoutFilters == "/?q=kue")
    }

    @Test(
        "special characters of an address are escaped",
        arguments: ["a&b=c", "<script>", "\"x\"", "50%", "a+b", "#", "kué"])
    func escaped(text: String) throws {
        let url = PageState(["q": text], defaultLanguage: "id").url()
        #expect(!url.dropFirst("/?q=".count).contains { "&=<>\"+#".contains($0) })
        let query = try #require(PercentEncoding.pairs(ofQuery: String(url.dropFirst(2))))
        #expect(query.map(\.value) == [text])
    }

    @Test(
        "without a choice it is the start page",
        arguments: [
            ([:], true), (["lang": "en"], true), (["radius": "5km"], true), (["q": "a"], false),
            (["kind": "sentra"], false),
            (["bbox": "1,2,3,4"], false),
            (["sort": "name"], false),
        ] as [([String: String], Bool)])
    func start(parameters: [String: String], isStart: Bool) {
        #expect(PageState(parameters, defaultLanguage: "id").isStart == isStart)
    }

    @Test("conditions on facts stand in the address after the other filters, and one is removed at a time")
    func facts() {
        let state = PageState(
            ["certification": "halal", "price": "..50000", "q": "kue", "sort": "-price", "category": "makanan"],
            defaultLanguage: "id")
        #expect(state.url() == "/?q=kue&category=makanan&price=..50000&certification=halal&sort=-price")
        #expect(state.url(["price": nil]) == "/?q=kue&category=makanan&certification=halal&sort=-price")
        #expect(state.withoutFilters == "/?q=kue&sort=-price")
        #expect(!PageState(["gi": "true"], defaultLanguage: "id").isStart)
    }

    @Test(
        "words are taken out of the query, whatever their case and blanks",
        arguments: [
            ("kain di bawah 150 ribu", "di bawah 150 ribu", "kain"),
            ("Kain DI  bawah 150 ribu di Martapura", "di bawah 150 ribu", "Kain di Martapura"),
            ("di bawah 150 ribu", "di bawah 150 ribu", ""), ("kain halal halal", "halal", "kain halal"),
            ("kain Rp150.000 murah", "rp150 000", "kain murah"), ("\"kain\" (halal), tas", "halal", "\"kain\" tas"),
            ("kain,halal murah", "halal", "kain murah"), ("tas -plastik halal", "halal", "tas -plastik"),
            ("kain halalan", "halal", nil), ("kain", "", nil),
        ] as [(String, String, String?)])
    func withoutWords(query: String, words: String, rest: String?) {
        #expect(PageState(["q": query], defaultLanguage: "id").query(without: words) == rest)
    }

    @Test(
        "the two fields of a number become a range",
        arguments: [
            (["price-min": "", "price-max": "50.000"], ["price": "..50.000"]),
            (["price-min": " 20 000 ", "price-max": ""], ["price": "20000.."]),
            (["workers-min": "5", "workers-max": "20", "q": "a"], ["workers": "5..20", "q": "a"]),
            (["price-min": "", "price-max": "", "price": "7"], ["price": "7"]), (["price": "1..2"], ["price": "1..2"]),
        ])
    func bounds(values: [String: String], joined: [String: String]) {
        #expect(PageParameters.joiningBounds(values) == joined)
    }
}
