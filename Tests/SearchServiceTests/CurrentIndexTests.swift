import Foundation
import IndexStore
import Logging
import Search
import Synchronization
import TestSupport
import Testing

@testable import SearchService

@Suite("the current index")
struct CurrentIndexTests {
    @Test("without an index the service is live but not ready, and says what to do")
    func nothing() async throws {
        try await ServiceFixture(isEmpty: true).test { client in
            #expect(try await client.get("/health/live").status == 200)
            for uri in ["/health/ready", "/v1/search?q=purun", "/collections/villages/items", "/collections"] {
                let answer = try await client.get(uri)
                #expect(answer.status == 503, "\(uri)")
                #expect(answer.body.contains("banua-rebuild"))
                #expect(try !answer.header("Retry-After").isEmpty)
            }
            #expect(try await client.get("/api").status == 200)
            #expect(try await client.get("/metrics").status == 200)
        }
    }

    @Test("a published index and a rollback are used; old cursors answer 410")
    func switching() async throws {
        let fixture = try await ServiceFixture()
        try await fixture.test { client in
            let cursor = try #require(try await client.get("/v1/search?q=kain&limit=3").json()["next"] as? String)
            #expect(try await client.get("/v1/search?q=kain&limit=3&cursor=\(cursor)").status == 200)
            try fixture.publishAnother()
            try await Self.wait(for: "000002", in: fixture)
            let stale = try await client.get("/v1/search?q=kain&limit=3&cursor=\(cursor)")
            #expect(stale.status == 410)
            #expect(try stale.json()["type"] as? String == "urn:banua:problem:stale-cursor")
            #expect(try await client.get("/v1/status").header("Banua-Generation") == "000002")
            _ = try fixture.generations.rollback(to: nil)
            try await Self.wait(for: "000001", in: fixture)
            #expect(try await client.get("/v1/search?q=kain&limit=3&cursor=\(cursor)").status == 200)
        }
    }

    @Test("an index that does not open is refused and logged once, and the old one still serves")
    func refusal() async throws {
        let log = LogRecorder()
        let fixture = try await ServiceFixture(logger: log.logger)
        let index = fixture.service.context.currentIndex
        try fixture.publishAnother()
        let file = fixture.generations.directory(of: "000002").appendingPathComponent("values.bin")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
        try Data("not an index".utf8).write(to: file)
        index.refresh()
        index.refresh()
        #expect(index.index?.name == "000001" && index.refusal?.generation == "000002")
        #expect(log.messages.filter { $0 == "generation refused" }.count == 1)
        try await fixture.test { client in
            let ready = try await client.get("/health/ready")
            #expect(ready.status == 200)
            let refused = try ready.json()["refused"] as? [String: String]
            #expect(refused?["generation"] == "000002")
            #expect(try await client.get("/v1/search?q=purun").header("Banua-Generation") == "000001")
            #expect(try await client.get("/metrics").body.contains("banua_generation_refused 1"))
            _ = try fixture.generations.rollback(to: "000001")
            index.refresh()
            #expect(try await client.get("/health/ready").json()["refused"] == nil)
        }
    }

    @Test("a request keeps the generation with which it began")
    func keepsGeneration() async throws {
        let fixture = try await ServiceFixture()
        let service = fixture.service.context
        let before = try #require(service.currentIndex.index)
        try fixture.publishAnother()
        service.currentIndex.refresh()
        #expect(service.currentIndex.index?.name == "000002")
        let name = try await service.workers.run(on: before, deadline: .now + .seconds(5)) {
            try $0.search(.init()).generation
        }
        #expect(name == "000001")
    }

    private static func wait(for generation: String, in fixture: ServiceFixture) async throws {
        let deadline = ContinuousClock.now + .seconds(2)
        while fixture.service.context.currentIndex.index?.name != generation {
            try #require(ContinuousClock.now < deadline, "not noticed within two seconds")
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}

/// Keeps the log messages.
final class LogRecorder: Sendable {
    struct Line: Sendable {
        var message: String
        var metadata: Logger.Metadata
    }
    private let kept = Mutex<[Line]>([])

    var lines: [Line] { kept.withLock { $0 } }
    var messages: [String] { lines.map(\.message) }
    var logger: Logger { Logger(label: "test") { _ in Handler(recorder: self) } }

    private struct Handler: LogHandler {
        let recorder: LogRecorder
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let line = Line(
                message: "\(event.message)", metadata: metadata.merging(event.metadata ?? [:]) { _, new in new })
            recorder.kept.withLock { $0.append(line) }
        }
    }
}
