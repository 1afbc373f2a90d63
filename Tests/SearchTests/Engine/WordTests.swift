import Base
import IndexDefinition
import Testing

@testable import Search

@Suite("Words")
struct WordTests {
    private static let shared = Result {
        try TestIndex([
            TestDocument(id: "a1", name: "Sasirangan Azira", commodity: "kain"),
            TestDocument(id: "a2", name: "Kain", description: "sasirangan dan tenun"),
            TestDocument(id: "b1", name: "Anyaman purun"),
            TestDocument(id: "b2", name: "Tikar", commodity: "menganyam"),
            TestDocument(id: "b3", name: "Penganyam rotan"),
            TestDocument(id: "c1", name: "Gula aren", commodity: "gula merah"),
            TestDocument(id: "c2", name: "Gula pasir dari aren"),
            TestDocument(id: "d1", name: "Ba'Sasirangan <b>"), TestDocument(id: "e1", name: "Oleh-oleh Banua"),
            TestDocument(kind: .sentra, id: "s1", name: "Sentra tenun"),
            TestDocument(kind: .sentra, id: "s2", name: "Rumah tenun"),
            TestDocument(id: "t1", name: "Kain tenun"), TestDocument(id: "u1", name: "Tas 2024 edisi 100"),
        ])
    }

    let index: TestIndex

    init() throws { index = try Self.shared.get() }

    @Test(
        "finds by every form of a word, better tiers first",
        arguments: [
            ("sasirangan", ["a1", "a2"]), ("SASIRÁNGAN", ["a1", "a2"]), ("basasirangan", ["d1"]),
            ("anyaman", ["b1", "b3", "b2"]),
            ("sasir", ["a1", "a2"]), ("sasringan", ["a1"]), ("purn", ["b1"]), (#""gula aren""#, ["c1"]),
            ("gula aren", ["c1", "c2"]),
            ("gula -pasir", ["c1"]), (#"gula -"gula aren""#, ["c2"]), ("sasir*", ["a1", "a2"]),
            ("name:kain", ["a2", "t1"]),
            ("nama:sasirangan", ["a1"]), ("kain -name:kain", ["a1"]), ("oleh-oleh", ["e1"]), ("2024", ["u1"]),
            ("2025", []), ("101", []),
        ])
    func findsForms(text: String, ids: [String]) throws {
        let found = try index.ids(text)
        #expect(ids.isEmpty ? found.isEmpty : found.starts(with: ids), "found \(found)")
    }

    @Test("documents with every word come before those with some, and the answer says so")
    func listsPartialMatches() throws {
        let answer = try index.answer("kain sasirangan")
        let count = answer.query.documentsWithAllWords
        #expect(Set(answer.hits.prefix(2).map(\.id)) == ["a1", "a2"] && answer.query.matching == .some)
        #expect(
            (2..<answer.total).contains(count) && !answer.hits.prefix(count).map(\.id).contains("t1")
                && answer.hits.map(\.id).contains("t1"))
        let none = try index.answer("sasirangan rotan")
        #expect(none.query.documentsWithAllWords == 0 && Set(none.hits.map(\.id)).isSuperset(of: ["a1", "b3"]))
    }

    @Test("says what was searched instead, and searches the letter of it where asked to")
    func saysCorrections() throws {
        #expect(try index.answer("sasringan").query.corrected == "sasirangan")
        #expect(try index.answer("sasirangan").query.corrected == nil)
        #expect(try index.answer("sasringan") { $0.isLiteral = true }.total == 0)
        #expect(try index.ids("anyaman") { $0.isLiteral = true } == ["b1"])
    }

    @Test("a word for a kind prefers that kind and is not looked for itself")
    func prefersKinds() throws {
        let answer = try index.answer("sentra tenun")
        #expect(Set(answer.hits.prefix(2).map(\.id)) == ["s1", "s2"])
        #expect(answer.hits.map(\.id).contains("t1"))
    }

    @Test("marks what was found in the original text")
    func highlights() throws {
        let hit = try #require(try index.answer("basasirangan").hits.first)
        #expect(hit.highlights == [Highlight(field: "name", html: "<mark>Ba&#39;Sasirangan</mark> &lt;b&gt;")])
        #expect(try index.answer("basasirangan") { $0.wantsHighlights = false }.hits.first?.highlights.isEmpty == true)
    }

    @Test("explains a score by its parts")
    func explains() throws {
        let hit = try #require(try index.answer("anyaman purun") { $0.wantsExplanation = true }.hits.first)
        let explanation = try #require(hit.explanation)
        #expect(
            hit.id == "b1" && explanation.tier == "exact"
                && Set(explanation.clauses.map(\.text)) == ["anyaman", "purun"])
        let parts =
            explanation.clauses.map(\.score).reduce(0, +) + explanation.phrase + explanation.proximity
            + explanation.quality
        #expect(abs(parts + explanation.distance + explanation.kind - explanation.relevance) < 1e-9)
        #expect(explanation.score == hit.score)
    }

    @Test("finds a document by its id")
    func findsIDs() throws {
        #expect(try index.ids("s1") == ["s1"])
        #expect(try index.ids("s1") { $0.kinds = [.product] } != ["s1"])
    }

    @Test("text without words lets the filters decide, by name", arguments: ["", "  ", "!?", "\"\""])
    func listsByName(text: String) throws {
        let answer = try index.answer(text) { $0.limit = 100 }
        #expect(answer.total == 13 && answer.query.matching == .none)
        #expect(answer.hits.first?.id == "b1" && answer.hits.allSatisfy { $0.score == nil })
    }

    @Test(
        "hostile texts are searched for or refused",
        arguments: ["\" OR 1=1; DROP TABLE search", "a* NEAR(b c, 3)", "{name} : x", "^^^", "🛶", "%00"])
    func survivesHostileTexts(text: String) throws {
        _ = try index.answer(text)
    }

    @Test("refuses what cannot be meant, naming the parameter")
    func refuses() throws {
        let cases: [(String, (inout SearchRequest) -> Void, String)] = [
            ("-tenun", { _ in }, "q"), (String(repeating: "a", count: 513), { _ in }, "q"),
            ("a", { $0.limit = 0 }, "limit"),
            ("a", { $0.limit = 10_001 }, "limit"), ("a", { $0.radiusMetres = 5 }, "near"),
            ("a", { $0.sort = .distance }, "near"),
            ("a", { $0.category = "nothing" }, "category"), ("a", { $0.cursor = "nonsense" }, "cursor"),
            ("a", { $0.near = .text("Nowhere") }, "near"),
        ]
        for (text, change, parameter) in cases {
            let error = #expect(throws: SearchError.self) { try index.answer(text, change) }
            let kind = error?.code == .placeNotFound ? FailureKind.noInput : .usage
            #expect(error?.kind == kind && error?.parameter == parameter, "\(text.prefix(20)) \(parameter)")
        }
    }
}
