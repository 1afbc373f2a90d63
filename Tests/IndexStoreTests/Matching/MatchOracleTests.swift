import Foundation
import Geo
import IndexDefinition
import TestSupport
import Testing

@testable import IndexStore

@Suite struct MatchOracleTests {
    /// A generation of random documents, its oracle, and a reader.
    private struct World {
        let directory: TemporaryDirectory
        let oracle: MatchOracle
        let reader: IndexReader
        var requests: RandomRequests

        init(documents: Int, seed: UInt64) throws {
            directory = try TemporaryDirectory()
            let corpus = Corpus(count: documents, seed: seed)
            try corpus.build(in: directory.url)
            let generation = try Generation.open(dataDirectory: directory.url)
            oracle = MatchOracle(corpus)
            reader = try IndexReader(generation)
            requests = RandomRequests(
                random: SeededGenerator(seed: seed &+ 1), weights: try IndexDefinition.ranking(),
                generation: generation)
        }
    }

    @Test(
        "answers as a look at every document does",
        arguments: [(200, 500, 11), (40, 1500, 12), (1, 200, 13)] as [(Int, Int, UInt64)])
    func agreesWithOracle(documents: Int, requests: Int, seed: UInt64) throws {
        var world = try World(documents: documents, seed: seed)
        for number in 0..<requests {
            let request = world.requests.next()
            let expected = world.oracle.match(request)
            let found = try world.reader.match(request)
            guard agree(found, expected, world, request) else {
                Issue.record(
                    "request \(number) of seed \(seed): \(request.clauses) \(request.filter) \(request.order)\n\(found)\nexpected \(expected)"
                )
                return
            }
        }
    }

    /// Scores may differ in the last bits, and so may the order of scores that close; all else is equal.
    private func agree(_ found: MatchResult, _ expected: MatchResult, _ world: World, _ request: IndexQuery) -> Bool {
        guard found.total == expected.total, found.completeTotal == expected.completeTotal,
            found.facets == expected.facets, found.factFacets == expected.factFacets,
            found.unknownCounts == expected.unknownCounts,
            found.hits.count == expected.hits.count
        else {
            return false
        }
        return zip(found.hits, expected.hits).allSatisfy { hit, other in
            let isSameKey = hit.key == other.key || abs(hit.key - other.key) <= 1e-9 * max(1, abs(other.key))
            guard isSameKey, (hit.score == nil) == (other.score == nil)
            else {
                return false
            }
            if hit.document == other.document {
                return hit.tier == other.tier && hit.matchedClauses == other.matchedClauses
                    && hit.fields == other.fields
            }
            guard request.order == .score, let own = world.oracle.parts(hit.document.ordinal, request)?.score else {
                return false
            }
            return abs(own - other.key) <= 1e-9 * max(1, other.key) && own != other.key
        }
    }

    /// Other random combinations in every run; the seed of a failed one repeats it.
    ///
    ///     BANUA_ORACLE_REQUESTS=10000 swift test --filter MatchOracleTests/pages       // 1,000 if not set
    ///     BANUA_ORACLE_SEED=123 swift test --filter MatchOracleTests/pages
    @Test("pages of random combinations visit every match once, in the order of a look at every document")
    func pages() throws {
        let environment = ProcessInfo.processInfo.environment
        let count = environment["BANUA_ORACLE_REQUESTS"].flatMap(Int.init) ?? 1000
        let seed = environment["BANUA_ORACLE_SEED"].flatMap(UInt64.init) ?? .random(in: 0..<1_000_000)
        print("MatchOracleTests.pages: \(count) requests, BANUA_ORACLE_SEED=\(seed)")
        let sizes = [40, 150, 1, 80]
        for (number, first) in stride(from: 0, to: count, by: 250).enumerated() {
            var world = try World(documents: sizes[number % sizes.count], seed: seed &+ UInt64(number))
            for index in first..<min(first + 250, count) {
                let request = world.requests.next()
                guard try pagesAgree(request, &world) else {
                    Issue.record("request \(index) of BANUA_ORACLE_SEED=\(seed): \(request)")
                    return
                }
            }
        }
    }

    /// True if the pages of the request together are the oracle's answer, and each has its totals and counts.
    private func pagesAgree(_ request: IndexQuery, _ world: inout World) throws -> Bool {
        var request = request
        request.limit = 5000
        let expected = world.oracle.match(request)
        request.limit = world.requests.pick([1, 7, 50])
        var whole = try world.reader.match(request)
        var page = whole
        while page.hits.count == request.limit, whole.hits.count <= expected.hits.count {
            request.after = page.hits.last
            page = try world.reader.match(request)
            guard page.total == expected.total, page.completeTotal == expected.completeTotal,
                page.facets == expected.facets, page.factFacets == expected.factFacets,
                page.unknownCounts == expected.unknownCounts
            else { return false }
            whole.hits += page.hits
        }
        return agree(whole, expected, world, request)
    }

    @Test("explains a score by parts that add up to it, as the oracle computes them")
    func explains() throws {
        var world = try World(documents: 300, seed: 31)
        var explained = 0
        for _ in 0..<300 {
            var request = world.requests.next()
            guard !request.clauses.isEmpty else { continue }
            request.filter = Filter()
            request.properties = []
            request.order = .score
            request.candidates = nil
            let ordinal = Int.random(in: 0..<300, using: &world.requests.random)
            let expected = world.oracle.parts(ordinal, request)
            let found = try world.reader.explain(request, DocumentRef(ordinal: ordinal))
            #expect((found == nil) == (expected == nil))
            guard let found, let expected else { continue }
            explained += 1
            for (part, other) in zip(numbers(found), numbers(expected)) {
                #expect(abs(part - other) <= 1e-9 * max(1, abs(other)))
            }
            #expect(found.tier == expected.tier && found.matchedClauses == expected.matchedClauses)
            #expect(zip(found.clauses, expected.clauses).allSatisfy { $0.tier == $1.tier && $0.fields == $1.fields })
            #expect(found.relevance <= found.tierHeight)
        }
        #expect(explained > 50)
    }

    private func numbers(_ parts: ScoreParts) -> [Double] {
        parts.clauses.flatMap { [$0.score, $0.frequency] } + [
            parts.phrase, parts.proximity, parts.quality, parts.distance, parts.kind, parts.relevance, parts.tierHeight,
            parts.score,
        ]
    }

    @Test("answers the same however cheap it takes single documents to be")
    func candidates() throws {
        var world = try World(documents: 300, seed: 41)
        world.reader.costs = MatchPlanner.Costs(entriesPerLook: 1, entriesPerJump: 160)
        let planner = MatchPlanner(generation: world.reader.generation, costs: world.reader.costs)
        var planned = 0
        for _ in 0..<400 {
            let request = world.requests.next()
            if request.candidates == nil, !request.clauses.isEmpty, planner.candidates(for: request) != nil {
                planned += 1
            }
            let expected = world.oracle.match(request)
            #expect(try agree(world.reader.match(request), expected, world, request))
        }
        #expect(planned > 50)
    }

    @Test("no better tier ever ranks under a worse one, whatever else speaks for it")
    func tiersComeFirst() throws {
        var world = try World(documents: 500, seed: 51)
        for _ in 0..<200 {
            var request = world.requests.next()
            request.clauses = request.clauses.filter { $0.occurrence == .must }
            guard !request.clauses.isEmpty else { continue }
            request.order = .score
            request.prefersReach = false
            request.yieldingKinds = []
            request.limit = 1000
            let tiers = try world.reader.match(request).hits.map(\.tier)
            #expect(tiers == tiers.sorted())
        }
    }

    @Test("a village that matches by a synonym or a correction follows all goods")
    func villagesYield() throws {
        var world = try World(documents: 500, seed: 52)
        var yielded = 0
        for _ in 0..<200 {
            var request = world.requests.next()
            request.clauses = request.clauses.filter { $0.occurrence == .must }
            guard !request.clauses.isEmpty else { continue }
            request.order = .score
            request.prefersReach = false
            request.yieldingKinds = [.village]
            request.limit = 1000
            let hits = try world.reader.match(request).hits
            let kinds = try world.reader.documents(hits.map(\.document)).map(\.kind)
            let yields = zip(hits, kinds).map { $1 == .village && $0.tier >= .synonym }
            yielded += yields.count { $0 }
            #expect(!yields.drop { !$0 }.contains(false))
        }
        #expect(yielded > 0)
    }
}
