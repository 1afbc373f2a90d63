import IndexDefinition
import IndexStore
import Testing

@testable import Search

@Suite("Interpretations of a query")
struct InterpretationTests {
    let index: TestIndex

    init() throws { index = try TestCountry.index.get() }

    /// An interpretation as "level | place | clauses | matches".
    private func considered(_ text: String) throws -> [String] {
        let answer = try index.answer(text) {
            $0.kinds = [.sentra, .product]
            $0.wantsExplanation = true
        }
        return answer.query.interpretations.map { interpretation in
            let clauses = interpretation.clauses.map { clause in
                clause.occurrence == "must" ? clause.text : "\(clause.occurrence) \(clause.text)"
            }
            let matches = interpretation.matches.map(String.init) ?? "not run"
            return
                "\(interpretation.level) | \(interpretation.place ?? "-") | \(clauses.joined(separator: ", ")) | \(matches)"
        }
    }

    @Test(
        "considers interpretations in this order",
        arguments: [
            (
                "purun tapin",
                ["exact | tapin | purun, boost tapin | 5", "exact | - | purun, boost tapin, tapin | 0"]
            ),
            (
                "ketupat kandangan",
                [
                    "exact | kandangan | ketupat, boost kandangan | 0", "exact | - | ketupat, kandangan | 1",
                ]
            ),
            (
                "gerabah di Rantau",
                ["exact | di rantau | gerabah, boost rantau | 0", "exact | near rantau | gerabah, boost rantau | 1"]
            ),
            ("dodol dekat Kampung Baru", ["exact | dekat kampung baru | dodol, boost kampung baru | 4"]),
            (
                "anyaman margasari",
                [
                    "exact | margasari | anyaman, boost margasari | 3",
                    "exact | - | anyaman, boost margasari, margasari | not run",
                ]
            ),
        ] as [(String, [String])])
    func lists(text: String, expected: [String]) throws {
        let found = try considered(text)
        #expect(found.starts(with: expected), "\(found)")
    }

    @Test(
        "runs at most three index queries for any query",
        arguments: [
            "purun tapin", "ketupat kandangan", "gerabah di Rantau", "dodol dekat Kampung Baru", "anyaman margasari",
            "dodol purun rotan kandangan tapin", "dodol kandangan hss", "xyzzy tapin", "tas ketupat di Palam dekat hss",
            "ikan gabus palam rantau", "dodl kandagan", "lampit gerabah",
        ])
    func limitsRuns(text: String) throws {
        let answer = try index.answer(text) { $0.wantsExplanation = true }
        let runs = answer.query.interpretations.count { $0.matches != nil && !$0.clauses.isEmpty }
        #expect((1...ExecutionPolicy.maxRuns).contains(runs))
        #expect(answer.query.interpretations.count { $0.isChosen } == (answer.total > 0 ? 1 : 0))
    }

    @Test("a level follows only if it may find more")
    func ordersLevels() {
        typealias Level = Interpretation.Level
        #expect(Level.exact.onwards(hasMatches: true) == [.exact, .related, .partial])
        #expect(
            Level.exact.onwards(hasMatches: false)
                == [.exact, .related, .corrected, .correctedRelated, .correctedPartial])
        #expect(Level.corrected.onwards(hasMatches: true) == [.corrected, .correctedRelated, .correctedPartial])
    }

    @Test("lists nothing unless an explanation is wanted")
    func listsOnRequest() throws {
        #expect(try index.answer("purun tapin").query.interpretations.isEmpty)
    }
}
