import Foundation
import HTTPTypes
import Testing

@testable import SearchService

@Suite("/v1")
struct SearchEndpointTests {
    private func ask(_ uri: String, _ headers: HTTPFields = [:]) async throws -> Answer {
        try await ServiceFixture.shared().test { client in try await client.get(uri, headers) }
    }

    @Test("search answers hits with their place, highlights and facets")
    func search() async throws {
        let answer = try await ask("/v1/search?q=anyaman+purun&near=Margasari&limit=5&facets=kind,category")
        #expect(answer.status == 200)
        #expect(try answer.header("Content-Type") == "application/json")
        #expect(try answer.header("Banua-Generation") == "000001")
        let json = try answer.json()
        #expect(json["generation"] as? String == "000001")
        let hits = try answer.objects("hits")
        #expect(hits.count == 5)
        #expect(hits.allSatisfy { ($0["distance_m"] as? Double).map { $0 >= 0 } ?? false })
        #expect(
            hits.contains {
                ($0["highlights"] as? [String: String])?.values.contains { $0.contains("<mark>") } ?? false
            })
        let facets = try #require(json["facets"] as? [String: [[String: Any]]])
        #expect(Set(facets.keys) == ["kind", "category"])
        let total = try #require(json["total"] as? Int)
        #expect(facets["kind"]?.compactMap { $0["count"] as? Int }.reduce(0, +) == total)
    }

    @Test("search answers GeoJSON and CSV", arguments: ["f=geojson", "f=csv"])
    func formats(_ format: String) async throws {
        let answer = try await ask("/v1/search?q=purun&limit=3&\(format)")
        #expect(answer.status == 200)
        if format == "f=csv" {
            #expect(try answer.header("Content-Type") == "text/csv; charset=utf-8")
            #expect(answer.body.split(separator: "\r\n", omittingEmptySubsequences: true).count >= 4)
        } else {
            #expect(try answer.header("Content-Type") == "application/geo+json")
            #expect(try answer.json()["type"] as? String == "FeatureCollection")
            #expect(try answer.objects("features").count == 3)
        }
    }

    @Test("near answers nearest first, from a name and from a coordinate")
    func near() async throws {
        for place in ["place=Rantau", "lat=-2.93&lon=115.15"] {
            let hits = try await ask("/v1/near?\(place)&kind=sentra&limit=20").objects("hits")
            let distances = hits.compactMap { $0["distance_m"] as? Double }
            #expect(distances.count == 20 && distances == distances.sorted())
            #expect(hits.allSatisfy { $0["kind"] as? String == "sentra" })
        }
        let within = try await ask("/v1/near?place=Rantau&radius=5km&limit=1000").objects("hits")
        #expect(!within.isEmpty && within.allSatisfy { ($0["distance_m"] as? Double ?? .infinity) <= 5_000 })
    }

    @Test("suggest, reverse, documents and status answer")
    func others() async throws {
        #expect(try await !ask("/v1/suggest?q=sasi").objects("suggestions").isEmpty)
        let village = try await ask("/v1/documents/63.05.02.2005").json()
        #expect(village["id"] as? String == "63.05.02.2005" && village["kind"] as? String == "village")
        #expect(try await ask("/v1/documents/63%2E05.02.2005").json()["id"] as? String == "63.05.02.2005")
        #expect(try await ask("/v1/documents/63.05.02.2005?f=geojson").json()["type"] as? String == "Feature")
        #expect(try await ask("/v1/reverse?lat=-3.413&lon=114.8417").status == 200)
        let status = try await ask("/v1/status").json()
        #expect(status["generation"] as? String == "000001")
    }

    @Test("paging with `next` visits every match once")
    func paging() async throws {
        try await ServiceFixture.shared().test { client in
            var seen: [String] = []
            var cursor = ""
            var total = 0
            for _ in 0..<100 {
                let page = try await client.get("/v1/search?q=kain&limit=7\(cursor)")
                seen += try page.objects("hits").compactMap { $0["id"] as? String }
                total = try #require(try page.json()["total"] as? Int)
                guard let next = try page.json()["next"] as? String else { break }
                cursor = "&cursor=\(next)"
            }
            #expect(seen.count == total && Set(seen).count == total && total > 20)
        }
    }

    @Test("without words the order is by name, with a place by distance")
    func order() async throws {
        let named = try await ask("/v1/search?kind=sentra&limit=50").objects("hits").compactMap {
            ($0["name"] as? String)?.lowercased()
        }
        #expect(named.count == 50)
        let near = try await ask("/v1/search?kind=sentra&near=Rantau&limit=50").objects("hits").compactMap {
            $0["distance_m"] as? Double
        }
        #expect(near == near.sorted() && near.count == 50)
    }

    /// Status, problem type and parameter of the answer to an invalid request.
    @Test(
        "an invalid request is answered with a problem",
        arguments: [
            ("/v1/search?limit=0", 400, "invalid-parameter", "limit"),
            ("/v1/search?limit=1001", 400, "invalid-parameter", "limit"),
            ("/v1/search?limit=ten", 400, "invalid-parameter", "limit"),
            ("/v1/search?foo=1", 400, "invalid-parameter", "foo"),
            ("/v1/search?q=a&q=b", 400, "invalid-parameter", "q"), ("/v1/search?q=%00", 400, "invalid-parameter", "q"),
            ("/v1/search?q=%ff", 400, "invalid-parameter", "query"),
            ("/v1/search?q=%zz", 400, "invalid-parameter", "query"),
            ("/v1/search?q=name:", 400, "invalid-parameter", "q"),
            ("/v1/search?kind=desa", 400, "invalid-parameter", "kind"),
            ("/v1/search?bbox=1,2,3", 400, "invalid-parameter", "bbox"),
            ("/v1/search?bbox=1,2,3,4,5", 400, "invalid-parameter", "bbox"),
            ("/v1/search?bbox=114,-3,115,-4", 400, "invalid-parameter", "bbox"),
            ("/v1/search?bbox=a,b,c,d", 400, "invalid-parameter", "bbox"),
            ("/v1/search?radius=5km", 400, "invalid-parameter", "near"),
            ("/v1/search?sort=best", 400, "invalid-parameter", "sort"),
            ("/v1/search?near=xqzxq", 404, "no-such-place", "near"),
            ("/v1/search?near=Simpang+Empat", 409, "ambiguous-place", "near"),
            ("/v1/search?cursor=garbage", 400, "invalid-parameter", "cursor"),
            ("/v1/search?f=xml", 400, "invalid-parameter", "f"),
            ("/v1/near", 400, "invalid-parameter", "place"), ("/v1/near?lat=1", 400, "invalid-parameter", "lon"),
            ("/v1/near?place=Rantau&lat=1&lon=1", 400, "invalid-parameter", "place"),
            ("/v1/near?lat=91&lon=1", 400, "invalid-parameter", "lat"),
            ("/v1/near?lat=nan&lon=1", 400, "invalid-parameter", "lat"),
            ("/v1/suggest", 400, "invalid-parameter", "q"), ("/v1/reverse?lat=1", 400, "invalid-parameter", "lon"),
            ("/v1/documents/nope", 404, "no-such-document", "id"),
            ("/v1/documents/%zz", 400, "invalid-parameter", "id"),
            ("/v1/nope", 404, "not-found", ""), ("/collections/desa", 404, "no-such-layer", "collectionId"),
            ("/collections/desa/items", 404, "no-such-layer", "collectionId"),
            ("/collections/villages/items/nope", 404, "no-such-document", "id"),
            ("/collections/villages/items/sentra-0026", 404, "no-such-document", "featureId"),
            ("/collections/villages/items?limit=10001", 400, "invalid-parameter", "limit"),
            ("/collections/villages/items?bbox=1,2,3,4,5", 400, "invalid-parameter", "bbox"),
            ("/collections/villages/items?crs=EPSG:4326", 400, "invalid-parameter", "crs"),
            ("/collections/villages/items?datetime=yesterday", 400, "invalid-parameter", "datetime"),
            ("/collections/villages/items?colour=red", 400, "invalid-parameter", "colour"),
        ])
    func problems(_ uri: String, _ status: Int, _ type: String, _ parameter: String) async throws {
        let answer = try await ask(uri)
        #expect(answer.status == status, "\(answer.body)")
        #expect(try answer.header("Content-Type") == "application/problem+json")
        #expect(try answer.header("Cache-Control") == "no-store")
        let problem = try answer.json()
        #expect(problem["type"] as? String == "urn:banua:problem:\(type)")
        #expect(problem["status"] as? Int == status)
        #expect(problem["parameter"] as? String == (parameter.isEmpty ? nil : parameter))
        #expect((problem["title"] as? String)?.isEmpty == false && (problem["detail"] as? String)?.isEmpty == false)
        #expect(problem["instance"] as? String == uri.split(separator: "?").first.map(String.init))
        if status == 409 { #expect((problem["candidates"] as? [[String: Any]])?.count ?? 0 > 1) }
    }

    @Test("conditions as on the command line filter as the parameters of the facts do")
    func conditions() async throws {
        let expected = try await ask("/v1/search?kind=product&price=..50000&certification=halal").json()
        let found = try await ask("/v1/search?kind=product&where=price%3C%3D50000%3Bcertification%3Dhalal").json()
        #expect(found["total"] as? Int == expected["total"] as? Int)
        let problem = try await ask("/v1/search?where=warna%3Dmerah")
        #expect(problem.status == 400)
        let detail = try #require(try problem.json()["detail"] as? String)
        #expect(detail.contains("'warna' is invalid for 'where': expected one of price, workers"))
    }

    @Test(
        "hostile text is returned as text",
        arguments: [
            "<script>alert(1)</script>", "\"><img src=x>", "'; DROP TABLE documents; --", "\u{1}\u{7f}\u{202e}x",
            "a AND (b", "*",
            "NEAR(a b)",
        ])
    func hostile(_ text: String) async throws {
        let escaped = PercentEncoding.encoded(text)
        let answer = try await ask("/v1/search?q=\(escaped)&limit=3")
        #expect([200, 400].contains(answer.status))
        _ = try answer.json()
        let page = try await ask("/?q=\(escaped)", [.accept: "text/html"])
        #expect([200, 400].contains(page.status))
        #expect(!page.body.contains("<script>alert") && !page.body.contains("<img src=x>"))
    }
}
