import Foundation
import Geo
import HTTPTypes
import Testing

@testable import SearchService

@Suite("OGC API - Features")
struct FeatureTests {
    private func ask(_ uri: String, _ headers: HTTPFields = [:]) async throws -> Answer {
        try await ServiceFixture.shared().test { client in try await client.get(uri, headers) }
    }

    private func links(_ json: [String: Any]) throws -> [String: String] {
        let links = try #require(json["links"] as? [[String: Any]])
        return Dictionary(
            links.compactMap { link in (link["rel"] as? String).map { ($0, link["href"] as? String ?? "") } }
        ) { first, _ in
            first
        }
    }

    @Test("the landing page links to everything")
    func landing() async throws {
        let landing = try await ask("/").json()
        #expect(
            try Set(links(landing).keys).isSuperset(of: [
                "self", "alternate", "service-desc", "service-doc", "conformance", "data",
            ]))
        let classes = try #require(try await ask("/conformance").json()["conformsTo"] as? [String])
        for name in ["core", "oas30", "html", "geojson"] {
            #expect(classes.contains("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/\(name)"))
        }
        #expect(classes.contains("http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs"))
    }

    @Test("the layers have extent, reference systems and links")
    func collections() async throws {
        let list = try await ask("/collections").objects("collections")
        #expect(list.compactMap { $0["id"] as? String } == ["villages", "sentra", "products", "outlets"])
        for collection in list {
            let id = try #require(collection["id"] as? String)
            #expect(try Set(links(collection).keys).isSuperset(of: ["self", "items"]))
            #expect(collection["storageCrs"] as? String == FeatureCRS.crs84.uri)
            #expect(
                (collection["crs"] as? [String])?.first == FeatureCRS.crs84.uri
                    && (collection["crs"] as? [String])?.count == 5)
            let spatial = try #require((collection["extent"] as? [String: [String: Any]])?["spatial"])
            let box = try #require((spatial["bbox"] as? [[Double]])?.first)
            #expect(box.count == 4 && box[0] > 113 && box[1] > -6 && box[2] < 118 && box[3] < 0)
            #expect(try await ask("/collections/\(id)").json()["title"] as? String == collection["title"] as? String)
            let queryables = try #require(
                try await ask("/collections/\(id)/queryables").json()["properties"] as? [String: Any])
            #expect(Set(queryables.keys).isSuperset(of: ["regency", "district", "category"]))
            #expect((queryables["price"] != nil) == (id == "products"))
            #expect((queryables["workers"] != nil) == (id == "sentra"))
        }
    }

    @Test("queryables have the types and choices of the facts")
    func queryables() async throws {
        let schema = try await ask("/collections/products/queryables").json()
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        #expect(properties["price"]?["type"] as? String == "number" && properties["price"]?["minimum"] as? Int == 0)
        #expect(properties["gi"]?["type"] as? String == "boolean")
        #expect(properties["certification"]?["enum"] as? [String] == ["halal", "pirt", "bpom", "sni"])
        #expect(properties["producer"]?["enum"] == nil && properties["producer"]?["type"] as? String == "string")
        let sentra = try await ask("/collections/sentra/queryables").json()
        let stars = try #require((sentra["properties"] as? [String: [String: Any]])?["ovop"])
        #expect(stars["minimum"] as? Int == 1 && stars["maximum"] as? Int == 5)
    }

    @Test(
        "facts filter the features of a layer as they filter a search, on every page",
        arguments: [
            ("products", "price=..50000"), ("products", "price=20000..50000&category=anyaman"),
            ("sentra", "workers=20.."), ("sentra", "gi=true"), ("sentra", "figure_year=2015.."),
        ])
    func facts(layer: String, filter: String) async throws {
        let kind = layer == "products" ? "product" : "sentra"
        let search = try await ask("/v1/search?kind=\(kind)&\(filter)&limit=1000&sort=name").json()
        let expected = try #require(search["hits"] as? [[String: Any]]).compactMap { $0["id"] as? String }
        try #require(!expected.isEmpty)
        var found: [String] = []
        var next: String? = "/collections/\(layer)/items?\(filter)&limit=7"
        while let uri = next {
            let page = try await ask(uri)
            #expect(try page.json()["numberMatched"] as? Int == expected.count)
            found += try page.objects("features").compactMap { $0["id"] as? String }
            next = try links(page.json())["next"].flatMap { URLComponents(string: $0) }.map {
                "\($0.path)?\($0.percentEncodedQuery ?? "")"
            }
            try #require(found.count <= expected.count)
        }
        #expect(Set(found) == Set(expected))
    }

    @Test(
        "a condition that cannot be read, or that the layer cannot have, answers 400 with the value and what to do",
        arguments: [
            ("products", "price=murah", "price", "'murah'", "a number from 0 on"),
            ("products", "certification=kosher", "certification", "'kosher'", "one of halal, pirt, bpom, sni"),
            ("sentra", "gi=perhaps", "gi", "'perhaps'", "true or false"),
            ("villages", "price=..5", "price", "'price'", "Filter by regency, district, category"),
            ("products", "workers=5..", "workers", "'workers'", "price"),
        ])
    func badFacts(layer: String, filter: String, parameter: String, value: String, remedy: String) async throws {
        let answer = try await ask("/collections/\(layer)/items?\(filter)")
        #expect(answer.status == 400)
        let problem = try answer.json()
        #expect(problem["parameter"] as? String == parameter)
        let detail = try #require(problem["detail"] as? String)
        #expect(detail.contains(value) && detail.contains(remedy), "\(detail)")
    }

    @Test("`next` visits each of the 2,016 villages once")
    func paging() async throws {
        try await ServiceFixture.shared().test { client in
            var seen: [String] = []
            var next: String? = "/collections/villages/items?limit=400"
            while let uri = next {
                let page = try await client.get(uri)
                let json = try page.json()
                let features = try page.objects("features")
                #expect(json["numberMatched"] as? Int == 2_016 && json["numberReturned"] as? Int == features.count)
                seen += features.compactMap { $0["id"] as? String }
                next = try links(json)["next"].flatMap { URLComponents(string: $0) }.map {
                    "\($0.path)?\($0.percentEncodedQuery ?? "")"
                }
                try #require(seen.count <= 2_016)
            }
            #expect(Set(seen).count == 2_016)
        }
    }

    @Test("a feature is flat, and names its layer")
    func feature() async throws {
        let answer = try await ask("/collections/villages/items/63.05.02.2005")
        #expect(try answer.header("Content-Type") == "application/geo+json")
        #expect(try answer.header("Content-Crs") == "<\(FeatureCRS.crs84.uri)>")
        let feature = try answer.json()
        #expect(feature["type"] as? String == "Feature" && feature["id"] as? String == "63.05.02.2005")
        #expect(try Set(links(feature).keys).isSuperset(of: ["self", "alternate", "collection"]))
        let properties = try #require(feature["properties"] as? [String: Any])
        #expect(
            properties["regency_name"] is String
                && properties["regency"] as? String == properties["regency_name"] as? String
                && properties["district_code"] as? String == "63.05.02")
        #expect(!properties.values.contains { $0 is [String: Any] })
    }

    @Test("a feature has the same properties under /v1 and under /collections")
    func sameForm() async throws {
        for (layer, id) in [
            ("villages", "63.05.02.2005"), ("sentra", "sentra-0026"), ("products", "produk-0001"),
        ] {
            let item = try await ask("/collections/\(layer)/items/\(id)").json()
            let document = try await ask("/v1/documents/\(id)?f=geojson").json()
            let own = try #require(item["properties"] as? NSDictionary)
            #expect(own == document["properties"] as? NSDictionary)
            #expect(item["geometry"] as? NSDictionary == document["geometry"] as? NSDictionary)
            #expect(own["id"] as? String == id)
            for level in ["village", "district", "regency"] {
                #expect(own["\(level)_code"] != nil && own[level] != nil && own["\(level)_name"] != nil)
            }
        }
    }

    @Test("no property of a feature hides another of the same name")
    func uniqueNames() async throws {
        let body = try await ask("/v1/documents/63.05.02.2005?f=geojson").body
        let properties = body[(try #require(body.range(of: "\"properties\":")).upperBound)...]
        let names = properties.matches(of: /[{,]"([a-z_]+)":/).map { String($0.1) }
        #expect(names.count == Set(names).count && names.contains("village_kind"))
    }

    /// Compares with pyproj.
    ///
    /// Fixtures/README.md explains the numbers.
    @Test("points are transformed to each reference system, in its axis order", arguments: try axisRows())
    func axes(_ row: AxisRow) throws {
        let crs = try #require(FeatureCRS.named(row.crs))
        let (first, second) = try #require(
            try crs.position()(Coordinate(longitude: row.longitude, latitude: row.latitude)))
        // SRGI2013 moves with the Earth, which only some versions of PROJ take into account. Half a metre is far below
        // the accuracy of villages.
        let tolerance = crs.code == "EPSG:9470" ? 5e-6 : crs.isGeographic ? 1e-9 : 1e-3
        #expect(abs(first - row.first) < tolerance && abs(second - row.second) < tolerance, "\(first) \(second)")
    }

    @Test(
        "the items come in the system that is asked for, and Content-Crs names it", arguments: FeatureCRS.all.map(\.uri)
    )
    func itemsInSystem(_ uri: String) async throws {
        let answer = try await ask("/collections/villages/items?limit=50&crs=\(PercentEncoding.encoded(uri))")
        #expect(try answer.header("Content-Crs") == "<\(uri)>")
        let plain = try await ask("/collections/villages/items?limit=50").objects("features")
        let crs = try #require(FeatureCRS.named(uri))
        let place = try crs.position()
        for (turned, original) in zip(try answer.objects("features"), plain) {
            #expect(turned["id"] as? String == original["id"] as? String)
            guard let from = (original["geometry"] as? [String: Any])?["coordinates"] as? [Double] else { continue }
            let to = try #require((turned["geometry"] as? [String: Any])?["coordinates"] as? [Double])
            let expected = try #require(place(Coordinate(longitude: from[0], latitude: from[1])))
            #expect(abs(to[0] - expected.0) < 1e-3 && abs(to[1] - expected.1) < 1e-3)
        }
    }

    @Test("the same box in each system has the same features")
    func boxes() async throws {
        let wanted = try await ids("bbox=114.9,-3.2,115.4,-2.6")
        #expect(wanted.count > 100)
        #expect(try await ids("bbox=114.9,-3.2,-10,115.4,-2.6,9000") == wanted)
        #expect(try await ids("bbox=-3.2,114.9,-2.6,115.4&bbox-crs=\(system(4326))") == wanted)
        #expect(
            try await ids("bbox=-3.2,114.9,-2.6,115.4&bbox-crs=\(system(9470))").symmetricDifference(wanted).count <= 2)
        // A rectangle in metres around the outline contains all of it, and little more.
        let metres = try await ids("bbox=266000,9646000,323000,9713000&bbox-crs=\(system(32750))")
        #expect(
            metres.isSuperset(of: wanted) && metres.count < wanted.count * 5 / 4, "\(metres.count) of \(wanted.count)")
    }

    @Test(
        "unusual boxes answer 200 without features",
        arguments: ["0,0,1,1", "170,-10,-170,10", "115,-3,115,-3", "179,-90,180,90"])
    func emptyBoxes(_ box: String) async throws {
        let answer = try await ask("/collections/villages/items?bbox=\(box)")
        #expect(answer.status == 200)
        #expect(try answer.json()["numberMatched"] as? Int == 0)
        #expect(try answer.objects("features").isEmpty)
    }

    @Test("a box across the 180th meridian has the features on both sides")
    func antimeridian() async throws {
        let all =
            try await ask("/collections/villages/items?bbox=100,-10,-100,10&limit=1").json()["numberMatched"] as? Int
        let east =
            try await ask("/collections/villages/items?bbox=100,-10,180,10&limit=1").json()["numberMatched"] as? Int
        #expect(all == east)
        #expect(all ?? 0 > 1_900)
    }

    @Test(
        "times are accepted in the forms of the standard",
        arguments: [
            ("2025-01-01", 200), ("2025-01-01T00:00:00Z", 200), ("2025-01-01T00:00:00.5+08:00", 200),
            ("2025-01-01/2025-02-01", 200),
            ("../2025-01-01", 200), ("2025-01-01/..", 200), ("/2025-01-01", 200), ("2025-01-01/", 200), ("2025", 400),
            ("now", 400),
            ("2025-13-01", 400), ("2025-01-01/2025-02-01/2025-03-01", 400), ("2025-01-01T25:00:00Z", 400),
        ])
    func datetime(_ value: String, _ status: Int) async throws {
        let answer = try await ask("/collections/villages/items?limit=1&datetime=\(PercentEncoding.encoded(value))")
        #expect(answer.status == status)
        if status == 200 { #expect(try answer.json()["numberMatched"] as? Int == 2_016) }
    }

    @Test("features are filtered by their properties, and by words")
    func filters() async throws {
        let products = try await ask("/collections/products/items?category=anyaman&limit=1000").objects("features")
        #expect(products.count > 10)
        #expect(products.allSatisfy { ($0["properties"] as? [String: Any])?["category"] as? String == "anyaman" })
        #expect(
            try await ask("/collections/products/items?category=nothing-of-the-sort").json()["numberMatched"] as? Int
                == 0)
        #expect(try await ask("/collections/villages/items?regency=nowhere").json()["numberMatched"] as? Int == 0)
        let tapin = try await ask("/collections/villages/items?regency=63.05&limit=1000").objects("features")
        #expect(tapin.count > 100 && tapin.allSatisfy { ($0["id"] as? String)?.hasPrefix("63.05.") == true })
        let purun = try await ask("/collections/products/items?q=purun").json()["numberMatched"] as? Int ?? 0
        #expect(purun > 0 && purun < 393)
    }

    @Test("the links keep the parameters, escaped, and never a hostile host")
    func hostileLinks() async throws {
        let answer = try await ask(
            "/collections/villages/items?q=%22%3E%3Cb%3E&limit=1", [try #require(HTTPField.Name("Host")): "\"><b>"])
        #expect(!answer.body.contains("<b>"))
        let ownLink = try links(try answer.json())["self"] ?? ""
        #expect(ownLink.contains("q=%22%3E%3Cb%3E") && ownLink.contains("limit=1"))
        let own = try await ServiceFixture(["http.publicUrl": "https://banua.example/"])
        let landing = try await own.test { client in try await client.get("/") }.json()
        #expect(try links(landing)["data"] == "https://banua.example/collections")
    }

    private func ids(_ query: String) async throws -> Set<String> {
        Set(
            try await ask("/collections/villages/items?limit=10000&\(query)").objects("features").compactMap {
                $0["id"] as? String
            })
    }

    private func system(_ code: Int) -> String {
        PercentEncoding.encoded("http://www.opengis.net/def/crs/EPSG/0/\(code)")
    }

    struct AxisRow: Sendable, CustomTestStringConvertible {
        var crs: String
        var longitude, latitude, first, second: Double
        var testDescription: String { "\(crs) \(longitude) \(latitude)" }
    }

    static func axisRows() throws -> [AxisRow] {
        try ServiceFixture.file("axes.csv").split(separator: "\n").dropFirst().map { line in
            let parts = line.split(separator: ",")
            let numbers = parts.dropFirst().compactMap { Double($0) }
            try #require(numbers.count == 4)
            return AxisRow(
                crs: String(parts[0]), longitude: numbers[0], latitude: numbers[1], first: numbers[2],
                second: numbers[3])
        }
    }
}
