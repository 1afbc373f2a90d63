import Base
import IndexDefinition
import TestSupport
import Testing

@testable import Search

@Suite("Conditions on other columns of lists")
struct ExtraConditionTests {
    private static let small = Result {
        try TestIndex([
            TestDocument(id: "a", name: "Tikar", extra: [("Luas (ha)", "12,5 ha"), ("Nama Ketua", "Hj. Aminah")]),
            TestDocument(id: "b", name: "Tikar", extra: [("Luas (ha)", "3"), ("Nama Ketua", "Siti \"Galuh\" Aisyah")]),
            TestDocument(id: "c", name: "Tikar", extra: [("Luas (ha)", "luas sekali"), ("kode", "\\\":{\"")]),
            TestDocument(id: "d", name: "Tikar besar"),
        ])
    }

    @Test(
        "compares numbers and words of the column, whatever the case and the signs of its name",
        arguments: [
            ("luas ha < 5", ["b"], 2), ("Luas (ha)>=3", ["a", "b"], 2), ("luas_ha = 12.5", ["a"], 1),
            ("luas ha=3..20", ["a", "b"], 2), ("luas ha=..4", ["b"], 2), ("luas ha=*", ["a", "b", "c"], 1),
            ("luas ha=sekali", ["c"], 1), ("luas ha=3.0,\"12,5 HA\"", ["a", "b"], 1), ("luas ha=12", [], 1),
            ("luas ha=5 ha", [], 1), ("nama ketua=aminah", ["a"], 2),
            ("nama ketua=galuh", ["b"], 2), ("NAMA KETUA=\"siti galuh\",aminah", ["a", "b"], 2), ("kode=*", ["c"], 3),
            ("nama ketua=besar", [], 2),
        ])
    func small(expression: String, ids: [String], unknown: Int) throws {
        let answer = try Self.small.get().answer("tikar") { $0.conditions = [expression] }
        #expect(answer.hits.map(\.id).sorted() == ids)
        #expect(answer.query.facts.map(\.unknown) == [unknown])
    }

    @Test("holds together with other conditions, and is told with its name")
    func together() throws {
        let answer = try Self.small.get().answer("") { $0.conditions = ["luas ha>1", "nama ketua=*"] }
        #expect(answer.hits.map(\.id) == ["a", "b"])
        #expect(answer.query.facts.map(\.condition.fact) == ["Luas (ha)", "Nama Ketua"])
        #expect(answer.query.facts.allSatisfy { $0.condition.words == nil })
    }

    @Test(
        "refuses what it cannot read, and names the columns there are",
        arguments: [
            ("lusa=3", "'lusa' is invalid for 'where': expected one of price, workers"), ("lusa=3", "Luas (ha)"),
            ("luas ha<banyak", "'banyak' is invalid for 'where': expected for Luas (ha) a number after <"),
            ("luas ha=9..3", "the smaller number first"), ("nama ketua=\"a", "a closing quotation mark"),
            ("luas ha", "expected a fact, one of < <= > >= ="),
        ])
    func refuses(expression: String, message: String) throws {
        let error = #expect(throws: SearchError.self) {
            _ = try Self.small.get().answer("") { $0.conditions = [expression] }
        }
        #expect(error?.kind == .usage && error?.parameter == "where")
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    }

    @Test("several conditions are separated by semicolons outside of quotation marks")
    func lists() {
        #expect(ConditionList.items("luas=12; price<5") == ["luas=12", "price<5"])
        #expect(ConditionList.items("a=\"x;y\";b=1;") == ["a=\"x;y\"", "b=1"])
        #expect(ConditionList.items(" ; ").isEmpty)
    }

    /// Random documents; the values are compared by the test itself.
    @Test("finds, pages, counts and sorts as a plain scan does", arguments: [1, 2, 3] as [UInt64])
    func oracle(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let documents = (0..<200).map { number in
            var document = TestDocument(
                kind: Bool.random(using: &generator) ? .product : .sentra,
                id: "d-\(number + 100)", name: ["Tikar", "Tas", "Topi"].randomElement(using: &generator) ?? "Tas")
            document.category = ["anyaman", "kain"].randomElement(using: &generator)
            if Int.random(in: 0..<3, using: &generator) > 0 {
                document.extra = [("luas", "\(Int.random(in: 0..<30, using: &generator))")]
            }
            return document
        }
        let index = try TestIndex(documents)
        for (low, high) in [(0, 10), (10, 29), (25, 25), (28, 40)] {
            for text in ["", "tikar"] {
                let known = documents.filter { text.isEmpty || $0.name == "Tikar" }
                let expected = known.filter { document in
                    document.extra.contains { (low...high).contains(Int($0.value) ?? -1) }
                }
                var found: [String] = []
                var cursor: String?
                repeat {
                    let answer = try index.answer(text) {
                        $0.conditions = ["luas=\(low)..\(high)"]
                        $0.sort = .name
                        $0.facets = [.kind]
                        $0.factFacets = ["price"]
                        $0.limit = 7
                        $0.cursor = cursor
                    }
                    #expect(answer.total == expected.count)
                    #expect(answer.query.facts.map(\.unknown) == [known.count { $0.extra.isEmpty }])
                    let counts = Dictionary(grouping: expected, by: \.kind.rawValue).mapValues(\.count)
                    #expect(
                        Dictionary(uniqueKeysWithValues: answer.facets[0].counts.map { ($0.value, $0.count) }) == counts
                    )
                    found += answer.hits.map(\.id)
                    cursor = answer.next
                } while cursor != nil
                let order = expected.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
                #expect(found == order.map(\.id), "\(seed) \(low) \(high) \(text)")
            }
        }
    }
}
