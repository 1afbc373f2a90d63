import Foundation
import Testing
import TextAnalysis

/// Tests the analyzer with held-out lists, see Fixtures/README.md.
@Suite struct HeldOutTests {
    @Test(
        "conflates the words of a family, and no two families", arguments: ["heldout-groups.txt", "blind-groups.txt"])
    func families(name: String) throws {
        let analyzer = try Lists.analyzer()
        let result = try Conflation(families: Lists.fixture(name)) { analyzer.root(of: $0) }
        print("\(name): \(result.conflated) of \(result.pairs) pairs conflated, \(result.merged.count) families merged")
        #expect(result.share >= 0.95, "\(result.split)")
        #expect(result.merged == [])
    }

    @Test("leaves protected words alone", arguments: ["heldout-protected.txt", "blind-protected.txt"])
    func protected(name: String) throws {
        let analyzer = try Lists.analyzer()
        let altered = try Lists.fixture(name).joined().filter { analyzer.root(of: $0) != $0 }
        #expect(altered == [])
    }

    @Test(
        "writes the roots for Tools/relevance/stemmers.py",
        .enabled(if: ProcessInfo.processInfo.environment["BANUA_ROOTS"] != nil))
    func rootsForComparison() throws {
        let analyzer = try Lists.analyzer()
        let names = ["heldout-groups.txt", "blind-groups.txt", "heldout-protected.txt", "blind-protected.txt"]
        let lines = try names.flatMap { try Lists.fixture($0).joined() }.map { "\($0)\t\(analyzer.root(of: $0))\n" }
        try lines.joined().write(
            toFile: #require(ProcessInfo.processInfo.environment["BANUA_ROOTS"]), atomically: true, encoding: .utf8)
    }
}
