import TestSupport
import Testing

@testable import TextAnalysis

@Suite struct EditDistanceTests {
    @Test(
        "gives each kind of mistake its cost",
        arguments: [
            ("sasirangan", "sasirangan", 0), ("sasringan", "sasirangan", 185), ("gerrabah", "gerabah", 80),
            ("jukng", "jukung", 100),
            ("amplank", "amplang", 80), ("tsa", "tas", nil), ("dodol", "dodok", 85), ("doodl", "dodol", 85),
            ("lampt", "lampit", 100),
            ("wodol", "dodol", 120), ("puurn", "purun", 85), ("xbcd", "abcd", 120), ("purun", "parut", nil),
            ("bubut", "purun", nil),
        ] as [(String, String, Int?)])
    func costs(typed: String, meant: String, cost: Int?) {
        #expect(EditDistance.cost(typed, meant, edits: EditDistance.allowedEdits(for: typed)) == cost)
    }

    @Test(
        "allows edits by length, and none in codes",
        arguments: [
            ("", 0), ("tas", 0), ("ikan", 1), ("anyaman", 1), ("kerupuk", 1), ("sasirang", 2), ("m16", 0), ("6305", 0),
            ("sk63050", 0),
        ])
    func allowedEdits(word: String, edits: Int) {
        #expect(EditDistance.allowedEdits(for: word) == edits)
    }

    @Test("equals the full matrix for random words", arguments: [1, 2])
    func agreesWithPlainMatrix(edits: Int) {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<1_500 {
            let first = PlainMatrix.randomWord(using: &random)
            let second =
                Bool.random(using: &random)
                ? PlainMatrix.randomWord(using: &random) : PlainMatrix.mistyped(first, using: &random)
            let plain = PlainMatrix.cost(first, second)
            let expected = plain <= EditDistance.budget(for: edits) ? plain : nil
            #expect(EditDistance.cost(first, second, edits: edits) == expected, "\(first) \(second), seed 11")
        }
    }

    @Test("the budget for n edits is too small for n + 1")
    func budgetCountsEdits() {
        let cheapest = 80
        for edits in 1...2 {
            #expect(cheapest * (edits + 1) > EditDistance.budget(for: edits))
            #expect(100 * edits <= EditDistance.budget(for: edits))
        }
    }
}

/// The textbook algorithm for the same distance, with the full matrix and without a budget.
enum PlainMatrix {
    static func cost(_ first: String, _ second: String) -> Int {
        let a = Array(first.utf8)
        let b = Array(second.utf8)
        var cells = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in 0...a.count {
            for j in 0...b.count where i + j > 0 {
                var best = Int.max
                if i > 0 {
                    best = min(
                        best, cells[i - 1][j] + Int(EditCosts.insertion(a[i - 1], after: i > 1 ? a[i - 2] : nil)))
                }
                if j > 0 {
                    best = min(
                        best, cells[i][j - 1] + Int(EditCosts.insertion(b[j - 1], after: j > 1 ? b[j - 2] : nil)))
                }
                if i > 0, j > 0 {
                    best = min(
                        best,
                        cells[i - 1][j - 1] + Int(EditCosts.substitution(a[i - 1], b[j - 1], isFirst: i == 1 && j == 1))
                    )
                }
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1], a[i - 1] != a[i - 2] {
                    best = min(best, cells[i - 2][j - 2] + Int(EditCosts.transposition(isFirst: i == 2 && j == 2)))
                }
                cells[i][j] = best
            }
        }
        return cells[a.count][b.count]
    }

    static func randomWord(using random: inout SeededGenerator) -> String {
        let letters = Array("aaeinrsktpu")
        return String(
            (0..<Int.random(in: 1...11, using: &random)).map { _ in
                letters[Int.random(in: 0..<letters.count, using: &random)]
            })
    }

    /// The word with one to three transpositions, deletions, insertions or substitutions.
    static func mistyped(_ word: String, using random: inout SeededGenerator) -> String {
        var letters = Array(word)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let place = Int.random(in: 0..<letters.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0 where letters.count > 1: letters.remove(at: place)
            case 1: letters.insert(letters[place], at: place)
            case 2 where place > 0: letters.swapAt(place, place - 1)
            default: letters[place] = "aeiourstk".randomElement(using: &random) ?? "a"
            }
        }
        return String(letters)
    }
}
