import IndexDefinition
import Testing

@testable import IndexStore

@Suite struct MatchExpressionTests {
    private func clause(_ occurrence: MatchClause.Occurrence, _ terms: MatchTerm...) -> MatchClause {
        MatchClause(occurrence, terms: terms, idf: 1)
    }

    @Test("writes words between quotes, and nothing else of them")
    func expressions() throws {
        let (a, b, c) = (
            MatchTerm(["a"]), MatchTerm(["b", "b2"]), MatchTerm(["c"], isPrefix: true, fields: [.otherNames, .name])
        )
        let cases: [([MatchClause], String)] = [
            ([clause(.must, a)], #"(("a"))"#), ([clause(.must, a, b)], #"(("a" OR "b b2"))"#),
            ([clause(.must, a), clause(.must, c)], #"(("a") AND ({name_text other_names_text} : "c" *))"#),
            ([clause(.should, a), clause(.should, b)], #"(("a") OR ("b b2"))"#),
            ([clause(.filter, a), clause(.should, b)], #"(("a") AND (("b b2")))"#),
            ([clause(.boost, b), clause(.should, a)], #"(("a")) AND (("b b2") OR ("a"))"#),
            ([clause(.should, b), clause(.must, a)], #"(("a")) AND (("b b2") OR ("a"))"#),
            ([clause(.must, a), clause(.mustNot, b)], #"(("a")) AND (("b b2") OR ("a"))"#),
            (
                [clause(.should, a), clause(.should, c), clause(.mustNot, b)],
                #"(("a") OR ({name_text other_names_text} : "c" *)) AND (("b b2") OR ("a") OR ({name_text other_names_text} : "c" *))"#
            ),
        ]
        for (clauses, expected) in cases { #expect(try MatchExpression(clauses)?.text == expected) }
    }

    @Test("numbers phrases as they are written")
    func phrases() throws {
        let clauses = [
            clause(.should, MatchTerm(["a"])), clause(.must, MatchTerm(["b"]), MatchTerm(["c"])),
            clause(.mustNot, MatchTerm(["d"])),
        ]
        let roles = try MatchExpression(clauses)?.phrases.map(\.role)
        #expect(roles == [.scored(clause: 1), .scored(clause: 1), .scored(clause: 0), .unwanted, .repeated, .repeated])
    }

    @Test(
        "text that no token can be is left out, and nothing wanted finds nothing",
        arguments: ["", "a b", "\"", "it's", "\u{0}", "a\nb", "\u{7F}"])
    func unusable(word: String) throws {
        #expect(try MatchExpression([clause(.must, MatchTerm([word]))]) == nil)
        #expect(try MatchExpression([clause(.must, MatchTerm([word]), MatchTerm(["x"]))])?.text == #"(("x"))"#)
        #expect(try MatchExpression([clause(.must, MatchTerm(["x", word]))]) == nil)
        #expect(throws: IndexStoreError.self) { try MatchExpression([clause(.mustNot, MatchTerm(["x"]))]) }
    }
}
