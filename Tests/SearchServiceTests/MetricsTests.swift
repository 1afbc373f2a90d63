import CoreMetrics
import Testing

@testable import SearchService

@Suite("metrics")
struct MetricsTests {
    @Test("counters, gauges and histograms in Prometheus' text format")
    func text() {
        let metrics = PrometheusMetrics()
        Counter(label: "b_total", dimensions: [("route", "/a\"b\\c\nd")], factory: metrics).increment(by: 2)
        Gauge(label: "a", factory: metrics).record(1.5)
        let timer = Timer(label: "t_seconds", dimensions: [("route", "/x")], factory: metrics)
        timer.recordNanoseconds(2_000_000)
        timer.recordNanoseconds(20_000_000_000)
        let lines = metrics.text.split(separator: "\n")
        #expect(lines.first == "# TYPE a gauge" && lines.contains("a 1.5") && lines.contains("# TYPE b_total counter"))
        #expect(lines.contains(#"b_total{route="/a\"b\\c\nd"} 2"#))
        #expect(lines.contains(#"t_seconds_bucket{route="/x",le="0.001"} 0"#))
        #expect(lines.contains(#"t_seconds_bucket{route="/x",le="0.0025"} 1"#))
        #expect(lines.contains(#"t_seconds_bucket{route="/x",le="+Inf"} 2"#))
        #expect(lines.contains(#"t_seconds_count{route="/x"} 2"#))
        #expect(metrics.text.hasSuffix("\n"))
    }

    @Test("requests are counted by route and status, never by text of a client")
    func requests() async throws {
        let text = try await ServiceFixture().test { client in
            for uri in [
                "/v1/search?q=purun", "/v1/search?q=rotan", "/v1/documents/nope",
                "/made/up/\(Int.random(in: 0...1_000_000))",
            ] {
                _ = try await client.get(uri)
            }
            return try await client.get("/metrics").body
        }
        #expect(text.contains(#"banua_http_requests_total{route="/v1/search",status="200"} 2"#))
        #expect(text.contains(#"banua_http_requests_total{route="/v1/documents/{id}",status="404"} 1"#))
        #expect(text.contains(#"banua_http_requests_total{route="none",status="404"} 1"#))
        #expect(text.contains(#"banua_http_request_duration_seconds_count{route="/v1/search"} 2"#))
        let age = try #require(text.firstMatch(of: #/banua_generation_age_seconds ([0-9.]+)/#).flatMap { Double($0.1) })
        #expect(age > 0 && age < 3_600)
        #expect(text.contains("banua_up_generation 1") && !text.contains("made/up"))
    }

    @Test("every metric has a HELP line, and every help text has a metric")
    func help() async throws {
        let text = try await ServiceFixture().test { client in
            _ = try await client.get("/v1/status")
            return try await client.get("/metrics").body
        }
        let names = { (line: String) in
            Set(
                text.matches(of: try Regex("# \(line) ([a-z_]+) ", as: (Substring, Substring).self)).map {
                    String($0.1)
                })
        }
        #expect(try names("HELP") == names("TYPE"))
        #expect(try names("HELP") == Set(MetricHelp.texts.keys))
    }

    @Test(
        "the number of a generation is read from digits only",
        arguments: [
            ("000007", 7), ("7", 7), ("1e3", 0), ("0x10", 0), ("nan", 0), ("", 0), ("99999999999999999999", 0),
        ])
    func generationNumber(_ name: String, _ number: Int) {
        #expect(OperationRoutes.number(ofGeneration: name) == number)
    }
}
