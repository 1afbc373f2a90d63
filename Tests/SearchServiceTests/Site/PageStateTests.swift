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
}
