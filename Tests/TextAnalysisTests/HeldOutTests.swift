import Testing
import TextAnalysis

/// The analyser on lists written before its own: see the heads of the fixtures.
@Suite struct HeldOutTests {
    @Test func conflatesFamilies() throws {
        let analyzer = try Lists.analyzer()
        let result = try Conflation(families: Lists.fixture("heldout-groups.txt")) { analyzer.root(of: $0) }
        print("held-out families: \(result.conflated) of \(result.pairs) pairs conflated, \(result.merged.count) families merged")
        #expect(result.share >= 0.95, "\(result.split)")
        #expect(result.merged == [])
    }

    @Test func leavesProtectedWordsAlone() throws {
        let analyzer = try Lists.analyzer()
        let altered = try Lists.fixture("heldout-protected.txt").joined().filter { analyzer.root(of: $0) != $0 }
        #expect(altered == [])
    }
}
