import HTTPTypes
import IndexDefinition
import Testing

@testable import Search
@testable import SearchService

@Suite("Filters of facts on the search page")
struct FactFilterTests {
    private static let table = Result { try IndexDefinition.facts() }

    private static func filters(
        _ counts: [String: [(String, Int)]] = [:], _ chosen: [String: String] = [:], _ language: String = "id"
    ) throws -> FactFiltersView {
        var filterCounts = FilterCounts()
        filterCounts.facts = counts.mapValues { $0.map { FacetCount(value: $0.0, label: $0.0, count: $0.1) } }
        return FactFiltersView(
            filterCounts, PageState(chosen, defaultLanguage: "id"), try PageWordsTests.words(language),
            try table.get())
    }

    @Test("a fact that is known of no document has no filter, unless it is chosen")
    func shown() throws {
        #expect(try Self.filters().hasFacts == false)
        #expect(try Self.filters(["price": [("0..10000", 0)], "certification": []]).hasFacts == false)
        let chosen = try Self.filters([:], ["workers": "5..20", "certification": "halal", "gi": "true"])
        #expect(chosen.ranges.map(\.lowName) == ["workers-min"] && chosen.ranges[0].low == "5")
        #expect(chosen.ranges[0].high == "20")
        #expect(chosen.selections.map(\.name) == ["certification"] && chosen.selections[0].values[0].selected)
        #expect(chosen.flags.map(\.selected) == [true] && chosen.hasChosenFacts)
    }

    @Test(
        "the fields of a number have the ends of the range",
        arguments: [
            ("..50000", "", "50000"), ("20..", "20", ""), ("20..50", "20", "50"), ("7", "7", "7"), ("abc..", "abc", ""),
        ])
    func ends(value: String, low: String, high: String) throws {
        let range = try #require(try Self.filters([:], ["price": value]).ranges.first)
        #expect(range.low == low && range.high == high)
    }

    @Test("a list offers any value, then the most frequent ones with their counts, and keeps a chosen combination")
    func values() throws {
        let counts = ["certification": [("halal", 1_200), ("pirt", 3)]]
        let list = try #require(try Self.filters(counts, ["certification": "pirt"]).selections.first)
        #expect(list.values.map(\.value) == ["*", "halal", "pirt"])
        #expect(list.values.map(\.label) == ["ada", "Halal", "P-IRT"])
        #expect(list.values.map(\.count) == [nil, "1.200", "3"])
        #expect(list.values.map(\.selected) == [false, false, true])
        let both = try #require(try Self.filters(counts, ["certification": "halal,pirt"]).selections.first)
        #expect(both.values.last?.value == "halal,pirt" && both.values.last?.label == "Halal / P-IRT")
        let many = (0..<100).map { ("Pembuat \($0)", 100 - $0) }
        #expect(try Self.filters(["producer": many]).selections[0].values.count == FactFiltersView.maxValues + 1)
    }

    @Test("texts with the words of a named value count as the value; other texts stay choices")
    func named() throws {
        let counts = [
            "export": [("Malaysia", 5), ("Jepang (2022)", 2), ("Malaysia; Brunei Darussalam", 2), ("Papua", 1)]
        ]
        let list = try #require(try Self.filters(counts).selections.first)
        #expect(list.values.map(\.value) == ["*", "Malaysia", "Brunei Darussalam", "Jepang", "Papua"])
        #expect(list.values.map(\.count) == [nil, "7", "2", "2", "1"])
        let english = try #require(try Self.filters(counts, [:], "en").selections.first)
        #expect(english.values.map(\.label) == ["any", "Malaysia", "Brunei Darussalam", "Japan", "Papua"])
    }

    @Test("a value with a comma or a quotation mark can be chosen")
    func quoted() throws {
        for name in ["Galuh, Martapura", "Toko \"Ayu\"", "Ma'ruf"] {
            let value = try #require(try Self.filters(["producer": [(name, 2)]]).selections.first?.values.first?.value)
            let fact = try #require(try Self.table.get()["producer"])
            #expect(try FactCondition(parameter: value, fact: fact).values == [name])
            let chosen = try Self.filters(["producer": [(name, 2)]], ["producer": value])
            #expect(chosen.selections[0].values.map(\.selected) == [true])
        }
    }

    @Test(
        "a condition as people read it",
        arguments: [
            ("price<50000", "Harga: di bawah Rp50.000", "Price: under Rp50,000"),
            ("price=..50000", "Harga: sampai Rp50.000", "Price: up to Rp50,000"),
            ("price=20000..50000", "Harga: Rp20.000–Rp50.000", "Price: Rp20,000–Rp50,000"),
            ("workers>=20", "Tenaga kerja: mulai 20", "Workers: from 20"),
            ("workers>20", "Tenaga kerja: di atas 20", "Workers: over 20"),
            ("year=2015", "Tahun berdiri: 2015", "Year founded: 2015"),
            ("certification=halal,pirt", "Sertifikat: Halal / P-IRT", "Certificates: Halal / P-IRT"),
            ("certification=*", "Sertifikat: ada", "Certificates: any"),
            ("export=Jepang", "Ekspor: Jepang", "Export: Japan"),
            ("gi=true", "Indikasi geografis", "Geographical indication"),
            ("gi=false", "Indikasi geografis: tidak", "Geographical indication: no"),
        ])
    func text(expression: String, indonesian: String, english: String) throws {
        let table = try Self.table.get()
        let condition = try FactCondition(where: expression, in: table)
        let fact = try #require(table[condition.fact])
        #expect(try PageWordsTests.words("id").text(condition, of: fact) == indonesian)
        #expect(try PageWordsTests.words("en").text(condition, of: fact) == english)
    }
}

@Suite("Facts on the search page over the bundled data")
struct FactPageTests {
    private func open(_ uri: String) async throws -> Answer {
        try await ServiceFixture.shared().test { try await $0.get(uri, [.accept: "text/html"]) }
    }

    private func ask(_ uri: String) async throws -> [String: Any] {
        try await ServiceFixture.shared().test { try await $0.get(uri) }.json()
    }

    @Test("a form without scripts filters by price, and the condition can be taken off with one link")
    func chip() async throws {
        let body = try await open("/?q=tas&kind=product&price-min=&price-max=50.000&certification=&sort=").body
        let total = try #require(try await ask("/v1/search?q=tas&kind=product&price=..50000")["total"] as? Int)
        #expect(total > 0 && body.contains("<strong>\(total) hasil</strong>"))
        #expect(
            body.contains(
                #/<li><a href="/\?q=tas&amp;kind=product"><span class="hidden">Hapus:</span> Harga: sampai Rp50.000 /#))
        #expect(body.contains("name=\"price-max\" value=\"50.000\""))
    }

    @Test("the page says how many documents are left out because the fact is unknown")
    func unknown() async throws {
        let query = try #require(try await ask("/v1/search?q=tas&price=..50000")["query"] as? [String: Any])
        let count = try #require((query["facts"] as? [[String: Any]])?.first?["unknown"] as? Int)
        #expect(count > 0)
        #expect(
            try await open("/?q=tas&price=..50000").body.contains(
                "Tidak ikut karena datanya tidak diketahui: Harga (\(count))."))
        #expect(
            try await open("/?q=tas&price=..50000&lang=en").body.contains(
                "Left out because it is unknown: Price (\(count))."))
    }

    @Test("the choices have the counts of the API, also those of a fact that is set")
    func counts() async throws {
        let facets = try #require(
            try await ask("/v1/search?kind=product&facets=certification")["facets"] as? [String: [[String: Any]]])
        let body = try await open("/?kind=product&certification=halal").body
        for count in try #require(facets["certification"]) {
            let (value, number) = (count["value"] as? String ?? "", count["count"] as? Int ?? 0)
            let option = #/<option value="([a-z]+)"( selected)?>[A-Za-z -]+ \((\d+)\)</option>/#
            let found = body.matches(of: option).first { String($0.1) == value }
            #expect(found.map { Int($0.3) } == number, "\(value)")
            #expect((found?.2 != nil) == (value == "halal"))
        }
    }

    @Test("the orders are those of the numbers that are known")
    func orders() async throws {
        let products = try await open("/?kind=product&sort=-price").body
        #expect(products.contains("<option value=\"-price\" selected>Harga tertinggi</option>"))
        #expect(!products.contains("<option value=\"workers\""))
        let names = { (body: String) in body.matches(of: #/<h3><a href="[^"]*">([^<]+)/#).map { String($0.1) } }
        let hits = try #require(
            try await ask("/v1/search?kind=product&sort=-price&limit=20")["hits"] as? [[String: Any]])
        #expect(names(products).count == 20 && names(products).first == hits.first?["name"] as? String)
        #expect(try await open("/?kind=sentra").body.contains("<option value=\"-workers\">Pekerja terbanyak</option>"))
    }

    @Test("the start page offers the filters too")
    func start() async throws {
        let body = try await open("/").body
        #expect(body.contains("name=\"price-max\"") && body.contains("<input type=\"checkbox\" name=\"gi\""))
        #expect(body.contains("class=\"start\""))
    }

    @Test(
        "a value that cannot be read is named, with a link that takes it off",
        arguments: [
            ("/?q=tas&price-max=murah", "“murah” tidak terbaca untuk saringan “Harga”"),
            ("/?q=tas&price=50..20", "“50..20” tidak terbaca untuk saringan “Harga”"),
            ("/?q=tas&certification=kosher", "“kosher” bukan pilihan untuk saringan “Sertifikat”"),
        ])
    func invalid(uri: String, message: String) async throws {
        let answer = try await open(uri)
        #expect(answer.status == 200 && answer.body.contains(message))
        #expect(answer.body.contains("<a href=\"/?q=tas\">Cari tanpa saringan"))
    }

    @Test("hostile values stay text")
    func hostile() async throws {
        let body = try await open("/?producer=%3Cscript%3Ealert(1)%3C/script%3E%22%3E&price-min=%22%3E%3Cb%3E").body
        #expect(!body.contains("<script>alert") && !body.contains("\"><b>"))
    }

    @Test("the page says how many of the words the hits have")
    func matching() async throws {
        #expect(try await open("/?q=tas+purun").body.contains("semua kata cocok"))
        #expect(try await open("/?q=tas+purun&lang=en").body.contains("all words match"))
        #expect(try await !open("/?q=tas").body.contains("semua kata cocok"))
        #expect(try await open("/?q=di+Tapin").body.contains("semua kata dibaca sebagai tempat"))
    }
}

@Suite("The sentences around the hits")
struct ResultsTextTests {
    private static func text(_ query: String, _ change: (inout SearchAnswer) -> Void) throws -> ResultsText {
        var answer = SearchAnswer(
            generation: "000001", tookMilliseconds: 1, total: 5, totalIsExact: true,
            query: QueryReading(text: query, keywords: query), hits: [], facets: [], next: nil)
        change(&answer)
        return ResultsText(
            result: SearchResult(
                request: SearchRequest(text: query), answer: answer, counts: FilterCounts(), lacksPlace: false,
                widerRadii: []), state: PageState(["q": query], defaultLanguage: "id"),
            words: try PageWordsTests.words("id"), facts: try IndexDefinition.facts())
    }

    @Test("a condition that was read from words shows them, and its link takes them out of the query")
    func readCondition() throws {
        let condition = FactCondition(fact: "price", max: 150_000, maxIsExclusive: true, words: "di bawah 150 ribu")
        let text = try Self.text("kain di bawah 150 ribu") { $0.query.facts = [ReadFact(condition: condition)] }
        #expect(text.chosen.map(\.label) == ["“di bawah 150 ribu” → Harga: di bawah Rp150.000"])
        #expect(text.chosen.map(\.url) == ["/?q=kain"])
        let other = try Self.text("kain") { $0.query.facts = [ReadFact(condition: condition)] }
        #expect(other.chosen.map(\.url) == ["/?q=kain&literal=true"])
    }

    @Test("an order that was read from words is a chip; a condition that chooses nothing is told, and is no chip")
    func readOrder() throws {
        let stars = FactCondition(fact: "ovop", min: 3, words: "bintang 3")
        let text = try Self.text("tas termurah bintang 3") {
            $0.query.sort = ReadSort(order: .fact("price", ascending: true), words: "termurah")
            $0.query.facts = [ReadFact(condition: stars, unknown: 5, isApplied: false)]
        }
        #expect(text.chosen.map(\.label) == ["“termurah” → Urutan: Harga terendah"])
        #expect(text.chosen.map(\.url) == ["/?q=tas%20bintang%203"])
        #expect(
            text.notices.map(\.text) == ["“bintang 3” dicari sebagai kata biasa, karena belum ada data “Bintang OVOP”."]
        )
    }

    @Test("some of the hits may have all words")
    func some() throws {
        let text = try Self.text("tas purun hitam") {
            $0.query.matching = .some
            $0.query.documentsWithAllWords = 2
        }
        #expect(text.notices.map(\.text) == ["2 memuat semua kata itu. Yang lain memuat sebagiannya."])
        #expect(text.matching == nil)
    }

    @Test("a corrected query with a place has a link for each")
    func both() throws {
        let text = try Self.text("sasringan dekat Martapura") {
            $0.query.corrected = "sasirangan"
            $0.query.placeWords = "dekat Martapura"
        }
        #expect(text.notices.count == 2 && text.notices.allSatisfy { $0.action != nil })
        #expect(
            text.notices.map(\.url) == [
                "/?q=sasringan%20dekat%20Martapura&literal=true", "/?q=sasringan%20%22dekat%22%20%22martapura%22",
            ])
    }
}
