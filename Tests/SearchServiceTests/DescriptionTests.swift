import Foundation
import HTTPTypes
import Testing

@testable import SearchService

@Suite("the API description")
struct DescriptionTests {
    private func description() async throws -> [String: Any] {
        try await ServiceFixture.shared().test { client in try await client.get("/api?f=json") }.json()
    }

    private var routes: [Route] {
        get async throws { try await ServiceFixture.shared().service.context.routes }
    }

    @Test("every pattern of the table compiles, and is anchored")
    func patterns() async throws {
        let patterns = try await routes.flatMap(\.parameters).compactMap { parameter in
            if case .text(_, let pattern, _) = parameter.schema { pattern } else { nil }
        }
        #expect(patterns.count >= 4)
        #expect(patterns.allSatisfy { $0.isValid && $0.source.hasPrefix("^(?:") && $0.source.hasSuffix(")$") })
        #expect(!TextPattern("(").isValid && !TextPattern("(").matches("("))
        #expect(TextPattern("a|b").matches("b") && !TextPattern("a|b").matches("ab"))
    }

    @Test("the defaults that are described are those that are used")
    func defaults() async throws {
        let text = try await ServiceFixture.shared().test { client in
            #expect(try await client.get("/collections/villages/items").objects("features").count == 10)
            let page = try await client.get("/collections/villages/items", [.accept: "text/html"])
            #expect(page.body.matches(of: #/<li class="hit /#).count == 50)
            let search = try await client.get("/?kind=village", [.accept: "text/html"])
            #expect(search.body.matches(of: #/<li class="hit /#).count == 20)
            #expect(try await client.get("/v1/search?kind=village").objects("hits").count == 10)
            return try await client.get("/api?f=json").body
        }
        #expect(text.contains("How many features a page has (default of the HTML page: 50)"))
    }

    @Test("the name of the region is that of the data")
    func region() async throws {
        let info = try #require(try await description()["info"] as? [String: Any])
        #expect((info["description"] as? String)?.hasPrefix("Villages of Kalimantan Selatan,") == true)
        let empty = try await ServiceFixture(isEmpty: true).test { try await $0.get("/api?f=json") }.json()
        let emptyInfo = try #require(empty["info"] as? [String: Any])
        #expect((emptyInfo["description"] as? String)?.hasPrefix("Villages of Indonesia,") == true)
    }

    @Test("has every described route, and no other")
    func routes() async throws {
        let paths = try #require(try await description()["paths"] as? [String: Any])
        #expect(Set(paths.keys) == Set(try await routes.filter(\.isDescribed).map(\.path)))
        let promised = [
            "/v1/search", "/v1/near", "/v1/suggest", "/v1/reverse", "/v1/documents/{id}", "/v1/ovop", "/v1/status", "/",
            "/conformance", "/api",
            "/collections", "/collections/{collectionId}", "/collections/{collectionId}/items",
            "/collections/{collectionId}/items/{featureId}", "/health/live", "/health/ready", "/metrics",
        ]
        for path in promised { #expect(paths[path] != nil, "\(path) is missing") }
    }

    /// A written list, so that the test fails if a parameter is missing in the table.
    @Test(
        "has every parameter of the list",
        arguments: [
            ("/v1/search", "q kind near radius bbox regency district category sort limit cursor facets explain f"),
            ("/", "q kind near radius regency district category sort price price-min price-max certification gi"),
            ("/v1/near", "place lat lon kind radius limit cursor f"), ("/v1/suggest", "q limit f"),
            ("/v1/reverse", "lat lon f"),
            ("/v1/documents/{id}", "id f"), ("/v1/ovop", "regency limit cursor f"), ("/v1/status", "f"),
            (
                "/collections/{collectionId}/items",
                "collectionId limit bbox bbox-crs crs datetime q regency district category cursor f price workers gi material"
            ),
            ("/collections/{collectionId}/items/{featureId}", "collectionId featureId crs f"),
        ])
    func parameters(_ path: String, _ names: String) async throws {
        let paths = try #require(try await description()["paths"] as? [String: [String: [String: Any]]])
        let listed = try #require(paths[path]?["get"]?["parameters"] as? [[String: Any]]).compactMap {
            $0["name"] as? String
        }
        #expect(Set(names.split(separator: " ").map(String.init)).subtracting(listed) == [])
        let route = try #require(try await routes.first { $0.path == path })
        #expect(listed == route.parameters.map(\.name))
    }

    @Test("operation ids are unique, and every referenced schema exists")
    func names() async throws {
        let document = try await description()
        let routes = try await routes.filter(\.isDescribed)
        #expect(Set(routes.map(\.operation)).count == routes.count)
        let components = try #require(document["components"] as? [String: [String: Any]])
        let text = String(
            decoding: try JSONSerialization.data(withJSONObject: document, options: [.withoutEscapingSlashes]),
            as: UTF8.self)
        for match in text.matches(of: /"#\/components\/(schemas|responses)\/([A-Za-z0-9]+)"/) {
            #expect(components[String(match.1)]?[String(match.2)] != nil, "\(match.2) is named but not there")
        }
        for route in routes {
            for name in route.path.matches(of: /\{([A-Za-z]+)\}/).map({ String($0.1) }) {
                #expect(route.parameters.contains { $0.name == name && $0.location == .path && $0.isRequired })
            }
        }
    }

    @Test("the members of query and near that are described are those of an answer")
    func queryMembers() async throws {
        let components = try #require(try await description()["components"] as? [String: [String: Any]])
        func described(_ schema: String) throws -> Set<String> {
            let value = try #require(components["schemas"]?[schema] as? [String: Any])
            return Set(try #require(value["properties"] as? [String: Any]).keys)
        }
        let answer = try await ServiceFixture.shared().test { client in
            try await client.get("/v1/search?q=kain&near=Margasari&explain=true").json()
        }
        let query = try #require(answer["query"] as? [String: Any])
        #expect(Set(query.keys) == (try described("QueryReading")))
        let near = try #require(query["near"] as? [String: Any])
        #expect(Set(near.keys) == (try described("Place")))
    }

    @Test("every example and default is a valid value of its parameter")
    func examples() async throws {
        for parameter in try await routes.flatMap(\.parameters) {
            let example: String? =
                switch parameter.schema {
                case .text(_, _, let example): example
                case .integer(_, let standard): standard.map(String.init)
                case .choice(_, let standard): standard
                default: nil
                }
            if let example {
                #expect(parameter.schema.expectation(unlessValid: example) == nil, "\(parameter.name): \(example)")
            }
        }
    }
}
