import Foundation
import HTTPTypes
import HummingbirdTesting
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Search
import Synchronization
import Testing

@testable import SearchService

@Suite("limits")
struct LimitTests {
    @Test("a query that exceeds its time is interrupted, and the answer says when to retry")
    func timeLimit() async throws {
        let fixture = try await ServiceFixture(["search.timeLimit": "0.01"])
        try await fixture.test { client in
            let service = fixture.service.context
            let index = try #require(service.currentIndex.index)
            // Occupies every reader until the time limit of the next request.
            let release = DispatchSemaphore(value: 0)
            let blockers = (0..<service.workers.threads).map { _ in
                Task { try await service.workers.run(on: index, deadline: .now + .seconds(10)) { _ in release.wait() } }
            }
            try await Self.wait { service.workers.currentLoad.active == blockers.count }
            let asked = Task { try await client.get("/v1/search?q=purun") }
            try await Self.wait { service.workers.currentLoad.active == blockers.count + 1 }
            try await Task.sleep(for: .milliseconds(20))
            for _ in blockers { release.signal() }
            let answer = try await asked.value
            #expect(answer.status == 503)
            #expect(try answer.json()["type"] as? String == "urn:banua:problem:time-limit")
            #expect(try answer.header("Retry-After") == "2")
        }
    }

    @Test("a running query stops soon after its deadline")
    func interrupt() async throws {
        let service = try await ServiceFixture().service.context
        let index = try #require(service.currentIndex.index)
        try await expectInterruption(service.workers, on: index, deadline: .seconds(2)) { _ in false }
    }

    /// Runs endless searches, and expects that they are interrupted soon after they begin.
    ///
    /// `isGone` says whether the client has disconnected; its argument says whether the searches have begun.
    private func expectInterruption(
        _ workers: Workers, on index: OpenIndex, deadline: Duration, isGone: @escaping @Sendable (Bool) -> Bool
    ) async throws {
        let query = RunningQuery()
        // It needs a thread of its own, because other tests may occupy the threads of tasks for minutes.
        Thread.detachNewThread {
            while !query.isDone.withLock({ $0 }) {
                workers.interruptOverdue()
                Thread.sleep(forTimeInterval: 0.01)
            }
        }
        defer { query.isDone.withLock { $0 = true } }
        await #expect {
            try await workers.run(
                on: index, deadline: .now + deadline, isGone: { isGone(query.hasBegun.withLock { $0 }) }
            ) { session in
                let begun = ContinuousClock.now
                query.hasBegun.withLock { $0 = true }
                defer { query.duration.withLock { $0 = ContinuousClock.now - begun } }
                for _ in 0..<1_000_000 {
                    _ = try session.search(SearchRequest(text: "kain OR purun OR kayu OR rotan OR makanan"))
                }
            }
        } throws: { error in
            (error as? SearchError)?.code == .interrupted
        }
        // A million such searches take many minutes. The bound leaves room for a machine that is busy with other tests.
        let duration = query.duration.withLock { $0 }
        #expect(duration > .zero && duration < .seconds(60))
    }

    private final class RunningQuery: Sendable {
        let hasBegun = Mutex(false)
        let isDone = Mutex(false)
        let duration = Mutex(Duration.zero)
    }

    @Test("a request of a disconnected client ends, before or after it begins")
    func hungUp() async throws {
        let service = try await ServiceFixture().service.context
        let index = try #require(service.currentIndex.index)
        await #expect {
            try await service.workers.run(on: index, deadline: .now + .seconds(60), isGone: { true }) { _ in }
        } throws: { error in
            (error as? Problem)?.status.code == 499
        }
        try await expectInterruption(service.workers, on: index, deadline: .seconds(600)) { hasBegun in hasBegun }
    }

    @Test("a broken connection counts at once, one with only its sending side ended a little later")
    func disconnectedClients() {
        let disconnectedClients = DisconnectedClients()
        let (broken, ended) = (ObjectIdentifier(DisconnectedClients()), ObjectIdentifier(disconnectedClients))
        disconnectedClients.add(broken, isBroken: true)
        disconnectedClients.add(ended, isBroken: false)
        #expect(disconnectedClients.contains(broken) && !disconnectedClients.contains(ended))
        disconnectedClients.add(ended, isBroken: true)
        #expect(disconnectedClients.contains(ended))
        disconnectedClients.remove(ended)
        #expect(!disconnectedClients.contains(ended))
    }

    @Test(
        "one Host is required, and the connection stays open if the client wants it",
        arguments: [
            ("HTTP/1.1\r\nHost: a", true, false), ("HTTP/1.1\r\nHost: a\r\nConnection: Close", true, true),
            ("HTTP/1.0", true, true),
            ("HTTP/1.0\r\nHost: a\r\nConnection: keep-alive", true, true), ("HTTP/1.1", false, false),
            ("HTTP/1.1\r\nHost: a\r\nHost: b", false, false),
        ])
    func requestRules(_ rest: String, _ isTaken: Bool, _ closes: Bool) throws {
        let channel = EmbeddedChannel()
        defer { _ = try? channel.finish() }  // what is left over is not looked at
        try channel.pipeline.syncOperations.addHandlers([
            ByteToMessageHandler(HTTPRequestDecoder()), RequestHeadRules(),
        ])
        var refused = false
        do { try channel.writeInbound(ByteBuffer(string: "GET / \(rest)\r\n\r\n")) } catch is RequestHeadRules
            .NotOneHost
        {
            refused = true
        }
        #expect(refused != isTaken)
        guard isTaken, case .head(let head)? = try channel.readInbound(as: HTTPServerRequestPart.self) else { return }
        #expect((head.headers.first(name: "Connection") == "close") == closes)
    }

    @Test("the client address behind a proxy")
    func behindProxy() async throws {
        let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
        try await ServiceFixture(["http.requestsPerSecond": "1", "http.behindProxy": "true"]).testLive { client in
            for number in 0..<20 {
                let answer = try await client.get("/health/live", [forwarded: "10.0.0.1, 10.0.1.\(number)"])
                #expect(answer.status == 200)
            }
        }
        try await ServiceFixture(["http.requestsPerSecond": "1"]).testLive { client in
            var statuses: [Int] = []
            for number in 0..<20 {
                statuses.append(try await client.get("/health/live", [forwarded: "10.0.1.\(number)"]).status)
            }
            #expect(statuses.contains(429))
        }
    }

    @Test("requests beyond the readers and the queue are refused")
    func shedding() async throws {
        let fixture = try await ServiceFixture(["search.threads": "1", "search.mostWaiting": "1"])
        try await fixture.test { client in
            let service = fixture.service.context
            let index = try #require(service.currentIndex.index)
            let release = DispatchSemaphore(value: 0)
            let blockers = (0..<2).map { _ in
                Task { try await service.workers.run(on: index, deadline: .now + .seconds(10)) { _ in release.wait() } }
            }
            try await Self.wait { service.workers.currentLoad.active == blockers.count }
            let answer = try await client.get("/v1/search?q=purun")
            #expect(answer.status == 503)
            #expect(try answer.json()["type"] as? String == "urn:banua:problem:busy")
            #expect(try answer.header("Retry-After") == "1")
            #expect(try await client.get("/health/live").status == 200)
            for _ in blockers { release.signal() }
            for blocker in blockers { try await blocker.value }
            #expect(try await client.get("/v1/search?q=purun").status == 200)
            #expect(service.workers.currentLoad.active == 0 && service.workers.currentLoad.refused == 1)
        }
    }

    @Test("a client that asks too often waits, and the others do not")
    func rateLimiter() {
        let limiter = RateLimiter(requestsPerSecond: 2, maxClients: 3)
        let begun = ContinuousClock.now
        for _ in 0..<4 { #expect(limiter.secondsToWait(for: "a", now: begun) == nil) }
        #expect(limiter.secondsToWait(for: "a", now: begun) == 1)
        for _ in 0..<3 { #expect(limiter.secondsToWait(for: "b", now: begun) == nil) }
        #expect(limiter.secondsToWait(for: "a", now: begun + .milliseconds(500)) == nil)
        #expect(limiter.secondsToWait(for: "a", now: begun + .milliseconds(500)) == 1)
        // A full table removes clients whose bucket is full again, and accepts no new client before that.
        #expect(limiter.secondsToWait(for: "c", now: begun + .milliseconds(500)) == nil)
        #expect(limiter.secondsToWait(for: "d", now: begun + .milliseconds(500)) == 1)
        #expect(limiter.secondsToWait(for: "d", now: begun + .seconds(10)) == nil)
    }

    @Test("over a socket the rate limit answers 429")
    func tooMany() async throws {
        try await ServiceFixture(["http.requestsPerSecond": "1"]).testLive { client in
            var statuses: [Int] = []
            // Twenty requests at a limit of one per second: even on a busy machine, one of them exceeds it.
            for _ in 0..<20 { statuses.append(try await client.get("/health/live").status) }
            #expect(statuses.prefix(2) == [200, 200] && statuses.contains(429))
        }
    }

    @Test("a request with a body is answered, then the connection closed")
    func bodies() async throws {
        let fixture = try await ServiceFixture()
        try await fixture.testLive { client in
            let posted = Answer(
                try await client.executeRequest(
                    uri: "/v1/search", method: .post, headers: [:], body: ByteBuffer(string: "{}")))
            #expect(posted.status == 405)
            #expect(try posted.header("Connection") == "close")
        }
        try await fixture.testLive { client in
            let answer = Answer(
                try await client.executeRequest(
                    uri: "/v1/search", method: .get, headers: [:], body: ByteBuffer(string: "hello")))
            #expect(answer.status == 413)
        }
    }

    @Test("the log has route, status and id of a request, but not the query")
    func logging() async throws {
        for (setting, isTold) in [("false", false), ("true", true)] {
            let log = LogRecorder()
            try await ServiceFixture(["log.queries": setting], logger: log.logger).test { client in
                _ = try await client.get("/v1/search?q=rahasia")
            }
            let line = try #require(log.lines.last { $0.message == "request" })
            #expect(line.metadata["route"] == "/v1/search" && line.metadata["status"] == "200")
            #expect(line.metadata["hb.request.id"] != nil || line.metadata["id"] != nil)
            #expect(log.lines.contains { "\($0.metadata)\($0.message)".contains("rahasia") } == isTold)
        }
    }

    private static func wait(until holds: () -> Bool) async throws {
        let deadline = ContinuousClock.now + .seconds(5)
        while !holds() {
            try #require(ContinuousClock.now < deadline)
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
