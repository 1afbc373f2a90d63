import Base
import CZlib
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import SearchService

@Suite("HTTP")
struct ProtocolTests {
    private func ask(_ uri: String, _ headers: HTTPFields = [:], method: HTTPRequest.Method = .get) async throws
        -> Answer
    {
        try await ServiceFixture.shared().test { client in try await client.get(uri, headers, method: method) }
    }

    @Test("an answer that the client has is not sent again")
    func entityTags() async throws {
        let first = try await ask("/v1/search?q=purun")
        let tag = try first.header("ETag")
        let again = try await ask("/v1/search?q=purun", [.ifNoneMatch: "\"other\", \(tag)"])
        #expect(again.status == 304 && again.body.isEmpty)
        #expect(try again.header("ETag") == tag)
        #expect(try again.header("Banua-Generation") == "000001")
        #expect(try await ask("/v1/search?q=purun", [.ifNoneMatch: "*"]).status == 304)
        #expect(try await ask("/v1/documents/nope", [.ifNoneMatch: "*"]).status == 404)
        #expect(try await ask("/v1/search?q=rotan", [.ifNoneMatch: tag]).status == 200)
        #expect(try await ask("/v1/search?q=purun&f=csv", [.ifNoneMatch: tag]).status == 200)
    }

    @Test("answers without the index have a tag; answers that always differ have none")
    func editionTags() async throws {
        for uri in ["/static/banua.css", "/api", "/conformance"] {
            let answer = try await ask(uri)
            let tag = try answer.header("ETag")
            #expect(try await ask(uri, [.ifNoneMatch: tag]).status == 304)
            #expect(try answer.header("Banua-Generation") == "000001")
        }
        for uri in ["/health/ready", "/metrics"] { #expect(try await ask(uri).headers[.eTag] == nil) }
    }

    @Test("settings that change answers change the tags")
    func editions() throws {
        var configuration = ServiceConfiguration()
        let site = try Site(configuration: configuration)
        #expect(try Site(configuration: configuration).edition.value == site.edition.value)
        configuration.tileURL = ""
        #expect(try Site(configuration: configuration).edition.value != site.edition.value)
    }

    @Test(
        "HEAD answers the headers alone", arguments: ["/v1/search?q=purun", "/collections", "/health/live", "/v1/nope"])
    func head(_ uri: String) async throws {
        let get = try await ask(uri)
        let head = try await ask(uri, method: .head)
        #expect(head.status == get.status && head.body.isEmpty)
        #expect(try head.header("Content-Type") == get.header("Content-Type"))
    }

    @Test("other methods are refused", arguments: [HTTPRequest.Method.post, .put, .delete, .patch, .trace])
    func methods(_ method: HTTPRequest.Method) async throws {
        for uri in ["/v1/search", "/", "/nowhere"] {
            let answer = try await ask(uri, method: method)
            #expect(answer.status == 405)
            #expect(try answer.header("Allow") == "GET, HEAD, OPTIONS")
            #expect(try answer.header("Content-Type") == "application/problem+json")
        }
        #expect(try await ask("/v1/search", method: .options).header("Allow") == "GET, HEAD, OPTIONS")
    }

    @Test(
        "the Accept header chooses among the formats of a route",
        arguments: [
            ("/v1/search", "", "application/json"), ("/v1/search", "*/*", "application/json"),
            ("/v1/search", "application/geo+json", "application/geo+json"),
            ("/v1/search", "text/csv, application/json;q=0.5", "text/csv; charset=utf-8"),
            ("/v1/search", "text/*", "text/csv; charset=utf-8"),
            ("/v1/search", "application/json;q=0, application/geo+json;q=0.1", "application/geo+json"),
            ("/v1/search", "image/png", "application/problem+json"),
            ("/v1/suggest", "text/csv", "application/problem+json"),
            ("/", "text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
            ("/", "*/*", "application/json"),
            ("/collections/villages/items", "*/*", "application/geo+json"),
            ("/collections/villages/items", "application/json", "application/json"),
            ("/api", "*/*", "application/vnd.oai.openapi+json;version=3.0"),
            ("/api", "application/json", "application/json"),
            ("/metrics", "text/plain", "text/plain; version=0.0.4; charset=utf-8"),
        ])
    func negotiation(_ uri: String, _ accept: String, _ expected: String) async throws {
        let answer = try await ask(uri, accept.isEmpty ? [:] : [.accept: accept])
        #expect(try answer.header("Content-Type") == expected)
        #expect(answer.status == (expected == Problem.mediaType ? 406 : 200))
    }

    @Test("f= has precedence over the Accept header")
    func formatParameter() async throws {
        #expect(
            try await ask("/v1/search?f=csv", [.accept: "application/json"]).header("Content-Type")
                == "text/csv; charset=utf-8")
        #expect(try await ask("/v1/search?f=csv", [.accept: "image/png"]).status == 200)
    }

    @Test("gzip is used if accepted, and unpacks to the same bytes")
    func gzip() async throws {
        let plain = try await ask("/collections/villages/items?limit=200&f=json")
        try await ServiceFixture.shared().test { client in
            let response = try await client.executeRequest(
                uri: "/collections/villages/items?limit=200&f=json", method: .get,
                headers: [.acceptEncoding: "br, gzip"], body: nil)
            #expect(response.headers[.contentEncoding] == "gzip")
            #expect(response.headers[.vary]?.contains("Accept-Encoding") == true)
            let packed = Array(response.body.readableBytesView)
            #expect(packed.count < plain.body.utf8.count / 3)
            let unpacked = try #require(Self.unpacked(packed))
            let features =
                try #require(
                    try JSONSerialization.jsonObject(with: Data(unpacked)) as? [String: Any])["features"]
                as? [[String: Any]]
            #expect(features?.count == 200)
        }
        for refused in ["gzip;q=0", "identity", "br"] {
            #expect(
                try await ask("/collections/villages/items?limit=200", [.acceptEncoding: refused]).headers[
                    .contentEncoding] == nil)
        }
    }

    @Test(
        "gzip is chosen by its own quality, or else by that of any encoding",
        arguments: [
            ("gzip", true), ("gzip;q=0", false), ("gzip; q=0.0", false), ("*", true), ("*;q=0", false),
            ("gzip;q=0, *", false), ("br, gzip;q=0.5", true), ("identity", false), ("", false),
        ])
    func acceptsGzip(_ header: String, _ isAccepted: Bool) {
        #expect(ContentNegotiation.acceptsGzip(header) == isAccepted)
    }

    @Test("the format is refused if given twice, unknown, or not selectable")
    func formatErrors() async throws {
        for uri in ["/v1/search?f=csv&f=json", "/v1/search?f=xml", "/health/live?f=json", "/metrics?f=html"] {
            let answer = try await ask(uri)
            #expect(answer.status == 400, "\(uri)")
            #expect(try answer.json()["parameter"] as? String == "f")
        }
    }

    @Test("every header name in the code is a token")
    func headerNames() {
        #expect(HTTPField.Name.own.allSatisfy { $0 != .via })
        #expect(Set(HTTPField.Name.own).count == HTTPField.Name.own.count)
    }

    @Test("packing and unpacking gives the same bytes", arguments: [0, 1, 860, 100_000])
    func compression(_ count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
        #expect(Self.unpacked(try #require(Compression.gzipped(bytes))) == bytes)
    }

    @Test("scripts of other pages may read answers, unless the setting forbids it")
    func crossOrigin() async throws {
        let origin: HTTPFields = [.origin: "https://example.org"]
        #expect(try await ask("/v1/status", origin).header("Access-Control-Allow-Origin") == "*")
        let preflight = try await ask(
            "/v1/search", [.origin: "https://example.org", .accessControlRequestMethod: "GET"], method: .options)
        #expect(preflight.status == 204)
        #expect(try preflight.header("Access-Control-Allow-Methods").contains("GET"))
        for (uri, status) in [("/v1/nope", 404), ("/v1/search?nope=1", 400), ("/nowhere", 404)] {
            let refused = try await ask(uri, origin)
            #expect(refused.status == status)
            #expect(try refused.header("Access-Control-Allow-Origin") == "*")
        }
        try await ServiceFixture(["http.corsOrigin": ""]).test { client in
            let answer = try await client.get("/v1/status", origin)
            #expect(answer.headers[.accessControlAllowOrigin] == nil)
            let options = try await client.get("/v1/status", origin, method: .options)
            #expect(options.status == 204)
        }
    }

    @Test(
        "every answer has the headers that keep a browser safe",
        arguments: ["/", "/v1/search", "/v1/nope", "/static/banua.js"])
    func security(_ uri: String) async throws {
        let answer = try await ask(uri)
        #expect(try answer.header("X-Content-Type-Options") == "nosniff")
        let policy = try answer.header("Content-Security-Policy")
        #expect(
            policy.contains("default-src 'none'") && policy.contains("script-src 'self'")
                && !policy.contains("script-src 'self' 'unsafe"))
        #expect(try !answer.header("X-Request-Id").isEmpty)
    }

    @Test(
        "no path of a request reaches the file system",
        arguments: [
            "/static/../Strings.json", "/static/..%2fStrings.json", "/static/%2e%2e/Templates/layout.mustache",
            "/static/%2fetc%2fpasswd",
            "/static//etc/passwd", "/collections/../../etc/passwd",
        ])
    func traversal(_ uri: String) async throws {
        let answer = try await ask(uri)
        #expect(answer.status == 404 || answer.status == 400, "\(answer.status)")
    }

    @Test(
        "decodes the text of an address: escapes, plus signs, and invalid text",
        arguments: [
            ("a+b%20c", "a b c"), ("%C3%A9%c3%a9", "éé"), ("", ""), ("%2B%25", "+%"), ("é", "é"), ("%", nil),
            ("%4", nil), ("%zz", nil),
            ("a%ff", nil),
            ("%C0%80", nil), ("%ED%A0%80", nil), ("%00", "\0"),
        ] as [(String, String?)])
    func decoding(_ text: String, _ expected: String?) { #expect(PercentEncoding.decoded(text[...]) == expected) }

    @Test("a repeated request is answered from the cache until the index changes")
    func kept() async throws {
        let fixture = try await ServiceFixture()
        try await fixture.test { client in
            let index = try #require(fixture.service.context.currentIndex.index)
            for _ in 0..<3 { #expect(try await client.get("/v1/search?q=purun").status == 200) }
            #expect(index.answers.hits == 2)
            #expect(
                try await client.get("/v1/search?q=purun&f=csv").header("Content-Type") == "text/csv; charset=utf-8")
            for _ in 0..<2 { #expect(try await client.get("/v1/search?limit=0").status == 400) }
            #expect(index.answers.hits == 2)
            try fixture.publishAnother()
            fixture.service.context.currentIndex.refresh()
            #expect(try await client.get("/v1/search?q=purun").json()["generation"] as? String == "000002")
        }
        let without = try await ServiceFixture(["search.cacheMegabytes": "0"])
        try await without.test { client in
            for _ in 0..<2 {
                let answer = try await client.get("/v1/search?q=purun")
                #expect(answer.status == 200)
            }
            #expect(without.service.context.currentIndex.index?.answers.hits == 0)
        }
    }

    @Test("the memory of the cache is bounded, and keeps frequent answers")
    func keptBytes() {
        let cache = AnswerCache(maxBytes: 200_000)
        let answer = { (count: Int) in AnswerCache.Answer(headers: [:], body: ByteBuffer(repeating: 0, count: count)) }
        cache.store(answer(4_000), for: "often")
        for number in 0..<1_000 {
            cache.store(answer(4_000), for: "\(number)")
            #expect(cache.answer(for: "often") != nil)
        }
        let kept = (0..<1_000).filter { cache.answer(for: "\($0)") != nil }
        #expect(kept.count < 60)
        cache.store(answer(50_000), for: "large")
        #expect(cache.answer(for: "large") == nil)
    }

    @Test(
        "numbers must be decimal",
        arguments: [
            "lat=0x10&lon=1", "lat=nan&lon=1", "lat=inf&lon=1", "lat=&lon=1", "lat=-&lon=1", "lat=1,5&lon=1",
            "lat=1e9&lon=1",
        ])
    func numbers(_ query: String) async throws {
        let answer = try await ask("/v1/near?\(query)")
        #expect(answer.status == 400)
        #expect(try answer.json()["parameter"] as? String == "lat")
        #expect(try await ask("/v1/near?lat=-3.0e0&lon=%2B115").status == 200)
    }

    @Test("a query with too many words is refused as an error of the client")
    func tooManyWords() async throws {
        let answer = try await ask("/v1/search?q=" + String(repeating: "a+", count: 100))
        #expect(answer.status == 400)
        #expect(try answer.json()["parameter"] as? String == "q")
        #expect(try await ask("/?q=" + String(repeating: "a+", count: 100), [.accept: "text/html"]).status == 200)
    }

    @Test("an address over the limit is refused with 414, headers with 431")
    func limits() async throws {
        #expect(try await ask("/v1/search?q=" + String(repeating: "a", count: 9_000)).status == 414)
        #expect(try await ask("/v1/search?q=" + String(repeating: "a", count: 600)).status == 400)
        #expect(try await ask("/v1/status", [.userAgent: String(repeating: "a", count: 17_000)]).status == 431)
        #expect(try await ask("/v1/status", [.contentLength: "5"]).status == 413)
    }

    private static func unpacked(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { inflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: 4_000_000)
        let code = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return inflate(&stream, Z_FINISH)
            }
        }
        return code == Z_STREAM_END ? Array(output.prefix(Int(stream.total_out))) : nil
    }
}
