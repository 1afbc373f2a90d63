import Foundation
import HTTPTypes
import Testing

@testable import SearchService

@Suite("/v1/ovop and the pages of OVOP")
struct OVOPEndpointTests {
    private func ask(_ uri: String, page: Bool = false) async throws -> Answer {
        try await ServiceFixture.shared().test { client in
            try await client.get(uri, page ? [.accept: "text/html"] : [:])
        }
    }

    @Test("answers candidates, counts and rules, page by page")
    func json() async throws {
        let answer = try await ask("/v1/ovop?regency=Tapin&limit=5")
        #expect(answer.status == 200)
        let first = try answer.objects("candidates")
        #expect(first.count == 5)
        #expect(Set(first[0].keys) == Set(try await described("OVOPCandidate")))
        #expect(Set(try answer.json().keys) == Set(try await described("OVOPAnswer").filter { $0 != "regencies" }))
        let next = try #require(try answer.json()["next"] as? String)
        let second = try await ask("/v1/ovop?regency=Tapin&limit=5&cursor=\(next)").objects("candidates")
        let ranks = (first + second).compactMap { $0["rank"] as? Int }
        #expect(ranks == ranks.sorted() && Set(ranks).count == 10)
        #expect(try await ask("/v1/ovop").objects("regencies").count == 13)
    }

    private func described(_ schema: String) async throws -> [String] {
        let components = try #require(try await ask("/api?f=json").json()["components"] as? [String: [String: Any]])
        let value = try #require(components["schemas"]?[schema] as? [String: Any])
        return try #require(value["properties"] as? [String: Any]).keys.sorted()
    }

    @Test("answers CSV")
    func csv() async throws {
        let answer = try await ask("/v1/ovop?regency=63.05&f=csv")
        #expect(try answer.header("Content-Type") == "text/csv; charset=utf-8")
        #expect(answer.body.hasPrefix("rank,id,name,product_group,"))
    }

    @Test(
        "refuses what it cannot answer",
        arguments: [
            ("/v1/ovop?regency=Nirwana", 404), ("/v1/ovop?limit=0", 400), ("/v1/ovop?district=63.05.01", 400),
            ("/v1/ovop?cursor=x", 400), ("/v1/ovop?f=geojson", 400), ("/ovop/Nirwana", 404),
        ])
    func refuses(uri: String, status: Int) async throws {
        let answer = try await ask(uri)
        #expect(answer.status == status)
        #expect(try answer.header("Content-Type") == "application/problem+json" || uri.hasPrefix("/ovop"))
    }

    @Test("the page of all regencies leads to each, and the start page to it")
    func regencies() async throws {
        #expect(try await ask("/", page: true).body.contains("href=\"/ovop\""))
        let body = try await ask("/ovop", page: true).body
        #expect(body.matches(of: /href="\/ovop\/63\.[0-9]{2}"/).count == 13)
        #expect(body.contains("Kesiapan OVOP: Kalimantan Selatan"))
        #expect(!body.contains("class=\"candidates\""))
        #expect(try await ask("/ovop?lang=en", page: true).body.contains("href=\"/ovop/63.05?lang=en\""))
    }

    @Test("the page of a regency shows every candidate, its rules, the villages and the sources")
    func regency() async throws {
        let body = try await ask("/ovop/63.05", page: true).body
        let total = try #require(try await ask("/v1/ovop?regency=63.05").json()["total"] as? Int)
        #expect(body.matches(of: /<h3><a href="\/collections\/sentra\/items\//).count == total)
        #expect(body.contains("Belum diketahui, perlu ditanyakan") && body.contains("PP 29/2018"))
        #expect(body.contains("<dt>Salam Babaris</dt>") && body.contains("disusun untuk Banua"))
        #expect(body.contains("href=\"/v1/ovop?regency=63.05&amp;limit=1000&amp;f=csv\""))
        let english = try await ask("/ovop/63.05?lang=en", page: true).body
        #expect(english.contains("Unknown, to be asked") && english.contains("Like products: <q lang=\"id\">"))
        let banjar = try await ask("/ovop/63.08", page: true).body
        #expect(banjar.contains("class=\"excluded\"") && banjar.contains("Tidak terpenuhi menurut data"))
    }
}
