import Foundation
import TestSupport
import Testing

@testable import IndexStore

@Suite struct PhraseCountsTests {
    private struct Found: Equatable {
        var documents = 0
        var isName = false
    }

    private func drained(_ counts: inout PhraseCounts) -> [String: Found] {
        var found: [String: Found] = [:]
        counts.drain { found[$0] = Found(documents: $1, isName: $2) }
        return found
    }

    @Test("counts documents, and leaves out phrases that one document has inside a name")
    func counts() {
        var counts = PhraseCounts()
        counts.add(names: ["kain sasirangan", "tas"], parts: ["kain", "sasirangan", "tas kecil"])
        counts.add(names: ["sasirangan"], parts: ["kain sasirangan", "kain", "kain baru"])
        #expect(
            drained(&counts) == [
                "kain sasirangan": Found(documents: 2, isName: true), "tas": Found(documents: 1, isName: true),
                "kain": Found(documents: 2), "sasirangan": Found(documents: 2, isName: true),
            ])
        #expect(drained(&counts).isEmpty)
    }

    @Test("in little memory, words keep their counts and phrases lose one document for each drain at most")
    func bounded() {
        var random = SeededGenerator(seed: 73)
        var small = PhraseCounts(capacity: 50)
        var exact = PhraseCounts()
        var sums: [String: Found] = [:]
        var drains = 0
        for _ in 0..<2_000 {
            let numbers = (0..<3).map { _ in Int.random(in: 0..<60, using: &random) }
            let parts = ["word\(numbers[0] / 2)", "phrase \(numbers[1] * numbers[2] / 30)"]
            small.add(names: [], parts: parts)
            exact.add(names: [], parts: parts)
            guard small.isFull else { continue }
            drains += 1
            for (text, found) in drained(&small) { sums[text, default: Found()].documents += found.documents }
        }
        for (text, found) in drained(&small) { sums[text, default: Found()].documents += found.documents }
        #expect(drains > 5)
        for (text, found) in drained(&exact) {
            let sum = sums[text]?.documents ?? 0
            #expect(text.contains(" ") ? found.documents - drains - 1...found.documents ~= sum : sum == found.documents)
        }
    }
}
