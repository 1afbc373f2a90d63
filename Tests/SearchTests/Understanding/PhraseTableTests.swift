import Testing

@testable import Search

@Suite("Phrases in the words of a query")
struct PhraseTableTests {
    private let table: PhraseTable<Int> = {
        var table = PhraseTable<Int>()
        table.add(["di"], 1)
        table.add(["di", "dekat"], 2)
        table.add(["di", "sekitar", "pasar"], 3)
        table.add(["di"], 4)
        table.add([], 5)
        return table
    }()

    @Test("the longest phrase comes first, whatever the order in which they were added")
    func ordersByLength() {
        #expect(table.matches(in: ["di", "dekat", "pasar"]).map(\.value) == [2, 1])
        #expect(table.longest(in: ["ada", "di", "sekitar", "pasar"], at: 1)?.value == 3)
        #expect(table.longest(in: ["di", "sekitar"])?.value == 1)
    }

    @Test("finds nothing in other words, behind the end, and of a phrase that is cut off")
    func findsNothing() {
        #expect(table.longest(in: ["dekat"]) == nil)
        #expect(table.longest(in: ["di"], at: 1) == nil)
        #expect(table.longest(in: [String]()) == nil)
    }
}
