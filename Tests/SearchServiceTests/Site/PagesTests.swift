import HTTPTypes
import HummingbirdTesting
import IndexDefinition
import Testing

@testable import SearchService

@Suite("Pages over the bundled data")
struct PagesTests {
    private static let page: HTTPFields = [.accept: "text/html"]

    private func open(_ uri: String) async throws -> Answer {
        try await ServiceFixture.shared().test { try await $0.get(uri, Self.page) }
    }

    @Test(
        "every page has language, title, description, one heading and one main, and no raw template",
        arguments: [
            "/", "/?q=purun", "/?q=xyzzyqwert", "/?q=kue&lang=en", "/collections", "/collections/sentra",
            "/collections/products/items",
            "/collections/sentra/items/sentra-0026", "/collections/villages/items/63.05.02.2005?lang=en", "/api",
            "/conformance", "/ovop", "/ovop/63.05", "/ovop/Tapin?lang=en",
        ])
    func whole(uri: String) async throws {
        let answer = try await open(uri)
        #expect(answer.status == 200)
        #expect(answer.body.contains("<html lang=\"\(uri.contains("lang=en") ? "en" : "id")\">"))
        #expect(answer.body.contains(#/<title>[^<]{2,} · Banua</title>/#))
        #expect(answer.body.contains(#/<meta name="description" content="[^"]{10,}">/#))
        #expect(answer.body.matches(of: #/<h1/#).count == 1)
        #expect(answer.body.matches(of: #/<main /#).count == 1)
        #expect(!answer.body.contains("{{") && !answer.body.contains("Optional("))
    }

    @Test("the language is Indonesian for every browser, and English if the address says so")
    func language() async throws {
        let answer = try await ServiceFixture.shared().test {
            try await $0.get("/", [.accept: "text/html", .acceptLanguage: "en"])
        }
        #expect(answer.body.contains("<html lang=\"id\">"))
    }

    @Test("the form works without scripts: empty fields, one kind")
    func form() async throws {
        let answer = try await open("/?q=purun&near=&radius=&kind=product&category=anyaman&regency=&sort=")
        #expect(answer.status == 200)
        #expect(answer.body.contains("hit product") && !answer.body.contains("hit sentra"))
        #expect(answer.body.contains("name=\"kind\" value=\"product\" checked"))
    }

    @Test("a set filter still counts the other values")
    func counts() async throws {
        let body = try await open("/?q=purun&kind=sentra").body
        #expect(body.contains(#/value="product"><span>Produk <small>[1-9]/#))
    }

    @Test("hostile text stays text")
    func hostile() async throws {
        let body = try await open("/?q=%3Cscript%3Ealert(1)%3C/script%3E%22%3E&near=%3Cb%3E").body
        #expect(!body.contains("<script>alert") && !body.contains("\"><b>") && body.contains("&lt;script&gt;"))
    }

    @Test("the parameter part gives only the part that changes")
    func part() async throws {
        let body = try await open("/?q=purun&part=1").body
        #expect(body.contains("id=\"results\"") && body.contains("id=\"filters\"") && !body.contains("<main"))
    }

    @Test("an ambiguous place offers links to the possible places")
    func ambiguous() async throws {
        let body = try await open("/?q=purun&near=Simpang%20Empat").body
        #expect(body.contains("Ada 6 tempat bernama “Simpang Empat”."))
        #expect(body.contains("/?q=purun&amp;near=63.03.08\">Kecamatan Simpang Empat, Banjar</a>"))
    }

    @Test("an empty result offers larger radii that find something, with the same query")
    func wider() async throws {
        let body = try await open("/?q=purun&near=Kotabaru&radius=2km").body
        let offered = body.matches(of: #/\/\?q=purun&amp;near=Kotabaru&amp;radius=(\d+)km">[^<(]*\((\d+) hasil\)/#).map
        {
            (radius: String($0.1), total: Int($0.2))
        }
        #expect(!offered.isEmpty)
        for (radius, total) in offered {
            let answer = try await ServiceFixture.shared().test {
                try await $0.get("/v1/search?q=purun&near=Kotabaru&radius=\(radius)km")
            }
            #expect(try answer.json()["total"] as? Int == total)
        }
        #expect(!body.contains("radius=5km\">"))
    }

    @Test("a radius without a place is left out, and the page says so")
    func radiusAlone() async throws {
        let body = try await open("/?q=kue&radius=5km").body
        #expect(body.contains("class=\"hit ") && body.contains("isi kotak “Dekat”"))
    }

    @Test("a missing document answers 404 with a page")
    func missing() async throws {
        let answer = try await open("/collections/products/items/none?lang=en")
        #expect(answer.status == 404)
        #expect(try answer.header("Content-Type").hasPrefix("text/html"))
        #expect(answer.body.contains("Page not found") && answer.body.contains("noindex"))
    }

    @Test(
        "errors are pages for browsers and JSON for the API",
        arguments: [
            ("/nowhere", 404, true), ("/collections/nope", 404, true), ("/?limit=abc", 400, true),
            ("/?q=%ff", 400, true),
            ("/collections/villages/items?bbox=1", 400, true),
            ("/collections/villages/items?f=geojson&bbox=1", 400, false),
            ("/v1/nowhere", 404, false), ("/v1/search?limit=0", 400, false), ("/static/nope.css", 404, false),
        ])
    func problems(_ uri: String, _ status: Int, _ isPage: Bool) async throws {
        let browser: HTTPFields = [.accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"]
        let answer = try await ServiceFixture.shared().test { try await $0.get(uri, browser) }
        #expect(answer.status == status)
        #expect(try answer.header("Content-Type") == (isPage ? "text/html; charset=utf-8" : "application/problem+json"))
        if isPage { #expect(answer.body.contains("<h1>") && answer.body.contains("noindex")) }
    }

    @Test(
        "a link with parameters added by an app opens, and the parameters are dropped",
        arguments: [
            "/?q=purun", "/collections/sentra/items/sentra-0026", "/collections", "/collections/products/items", "/api",
            "/conformance",
        ])
    func lengthened(_ uri: String) async throws {
        let mark = uri.contains("?") ? "&" : "?"
        let answer = try await open(uri + mark + "utm_source=wa&fbclid=abc")
        #expect(answer.status == 200)
        #expect(!answer.body.contains("fbclid") && !answer.body.contains("utm_"))
        let strict = try await ServiceFixture.shared().test {
            try await $0.get(uri + mark + "fbclid=abc", [.accept: "application/json"])
        }
        #expect(strict.status == 400)
    }

    @Test("a service without an index has a page that says so")
    func notReady() async throws {
        let fixture = try await ServiceFixture(isEmpty: true)
        let answer = try await fixture.test { try await $0.get("/", Self.page) }
        #expect(answer.status == 503)
        #expect(answer.body.contains("Data belum siap"))
    }

    @Test("the page of a village has its products, that of a sentra its sources")
    func documents() async throws {
        let village = try await open("/collections/villages/items/63.72.03.1001").body
        #expect(
            village.contains("Dibuat di sini") && village.contains("Tas purun Palam")
                && village.contains("Kode wilayah"))
        let sentra = try await open("/collections/sentra/items/sentra-0026").body
        #expect(
            sentra.contains("banjarmasin.tribunnews.com")
                && sentra.contains("<q>Sungai Rutas, Candi Laras Selatan, Tapin</q>"))
        #expect(sentra.contains("Satu-satunya desa di Candi Laras Selatan") && !sentra.contains("Only village"))
    }

    @Test("a product links to its sentra and a sentra to its products; an English note is on English pages only")
    func links() async throws {
        let product = try await open("/collections/products/items/produk-0099").body
        #expect(product.contains("<a href=\"/collections/sentra/items/sentra-0046\">Gerai Kerajinan Desa Panggung</a>"))
        let sentra = try await open("/collections/sentra/items/sentra-0046").body
        for id in ["produk-0099", "produk-0100", "produk-0101"] {
            #expect(sentra.contains("<li><a href=\"/collections/products/items/\(id)\">"), "\(id)")
        }
        let note = "Only village"
        #expect(try await !open("/collections/sentra/items/sentra-0026").body.contains(note))
        let english = try await open("/collections/sentra/items/sentra-0026?lang=en").body
        #expect(english.contains(note) && english.contains("<span lang=\"id\">Satu-satunya desa"))
    }

    @Test("every property of the bundled data has a label in both languages")
    func labels() async throws {
        let words = try ["id", "en"].map { try PageWordsTests.words($0) }
        var names: Set<String> = []
        for kind in DocumentKind.allCases {
            let answer = try await ServiceFixture.shared().test { client in
                try await client.get("/v1/search?kind=\(kind.rawValue)&limit=1000")
            }
            for hit in try answer.objects("hits") { names.formUnion((hit["properties"] as? [String: Any] ?? [:]).keys) }
        }
        #expect(names.count > 30)
        for name in names {
            for words in words { #expect(words.words["fact.\(name)"] != nil, "\(name), \(words.language.code)") }
        }
    }

    @Test("the map without tiles has villages and the names of 13 regencies")
    func dots() async throws {
        let answer = try await ServiceFixture.shared().test { try await $0.get("/site/dots.json") }
        let names = try #require(try answer.json()["regencies"] as? [[Any]])
        #expect(names.count == 13 && names.contains { $0.first as? String == "Tapin" })
        let villages = try #require(try answer.json()["villages"] as? [[Double]])
        #expect(villages.count == 2_008)
    }

    @Test("the links to the other language keep the query")
    func otherLanguage() async throws {
        #expect(try await open("/?q=o&kind=sentra").body.contains("href=\"/?kind=sentra&amp;q=o&amp;lang=en\""))
        #expect(try await open("/?q=o&lang=en").body.contains("href=\"/?q=o\" hreflang=\"id\""))
    }
}
