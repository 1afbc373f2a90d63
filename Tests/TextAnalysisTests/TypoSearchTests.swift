import TestSupport
import Testing

@testable import TextAnalysis

@Suite struct TypoSearchTests {
    @Test("finds the same terms as a comparison with every term", arguments: [0, 1, 2], [false, true])
    func agreesWithFullScan(edits: Int, isPrefix: Bool) {
        var random = SeededGenerator(seed: 5)
        let vocabulary = SortedVocabulary((0..<400).map { _ in PlainMatrix.randomWord(using: &random) })
        for _ in 0..<25 {
            let word = PlainMatrix.randomWord(using: &random)
            var expected: [String: Int] = [:]
            for term in vocabulary.terms {
                let cost = isPrefix ? prefixCost(word, term) : PlainMatrix.cost(word, term)
                if cost <= EditDistance.budget(for: edits) { expected[term] = cost }
            }
            #expect(vocabulary.matches(of: word, edits: edits, isPrefix: isPrefix) == expected, "\(word), seed 5")
        }
    }

    @Test func findsTheWordItselfAtNoCost() {
        let vocabulary = SortedVocabulary([
            "anyam", "anyaman", "purun", "sasirangan", String(repeating: "a", count: 400),
        ])
        #expect(vocabulary.matches(of: "anyaman", edits: 1, isPrefix: false)["anyaman"] == 0)
        #expect(vocabulary.matches(of: "", edits: 1, isPrefix: false).isEmpty)
        #expect(vocabulary.matches(of: String(repeating: "a", count: 399), edits: 2, isPrefix: false).isEmpty)
        #expect(vocabulary.matches(of: "purun", edits: 0, isPrefix: false) == ["purun": 0])
        #expect(vocabulary.matches(of: "any", edits: 0, isPrefix: true) == ["anyam": 0, "anyaman": 0])
    }

    private func prefixCost(_ word: String, _ term: String) -> Int {
        (0...term.count).map { PlainMatrix.cost(word, String(term.prefix($0))) }.min() ?? Int.max
    }
}

/// Sorted terms with the lengths of shared prefixes, as in a vocabulary file.
struct SortedVocabulary {
    let terms: [String]
    private let bytes: [[UInt8]]
    private let prefixLengths: [UInt8]

    init(_ words: [String]) {
        terms = Set(words).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        let bytes = terms.map { Array($0.utf8) }
        self.bytes = bytes
        prefixLengths = bytes.indices.map { index in
            index == 0 ? 0 : UInt8(clamping: zip(bytes[index - 1], bytes[index]).prefix { $0 == $1 }.count)
        }
    }

    func matches(of word: String, edits: Int, isPrefix: Bool) -> [String: Int] {
        var found: [String: Int] = [:]
        let search = TypoSearch(word: word, edits: edits, isPrefix: isPrefix)
        let all = Array(bytes.joined())
        var starts = [0]
        for term in bytes { starts.append(starts[starts.count - 1] + term.count) }
        all.withUnsafeBufferPointer { storage in
            prefixLengths.withUnsafeBufferPointer { lengths in
                search.forEachMatch(
                    prefixLengths: lengths,
                    term: { UnsafeBufferPointer(rebasing: storage[starts[$0]..<starts[$0 + 1]]) }
                ) {
                    found[terms[$0]] = $1
                }
            }
        }
        return found
    }
}
