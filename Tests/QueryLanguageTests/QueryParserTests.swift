import Base
import QueryLanguage
import Testing

private let parser = QueryParser(fields: ["name", "nama"])

@Test(
    "parses words, phrases, exclusions, prefixes and fields",
    arguments: [
        ("", ""),
        ("   \t\n", ""),
        ("dodol", "dodol"),
        ("tas  purun", "tas purun"),
        (#""tas purun""#, #""tas purun""#),
        ("“tas  purun”", #""tas purun""#),
        ("purun -plastik", "purun -plastik"),
        (#"purun -"tas plastik""#, #"purun -"tas plastik""#),
        ("anyam*", "anyam*"),
        ("name:dodol", "name:dodol"),
        ("NAMA:dodol", "nama:dodol"),
        (#"name:"gula aren""#, #"name:"gula aren""#),
        ("name:anyam* -name:purun", "name:anyam* -name:purun"),
    ])
func readsOperators(text: String, written: String) throws {
    #expect(try parser.parse(text).description == written)
}

@Test(
    "treats all other text as plain words",
    arguments: [
        ("oleh-oleh", ["oleh-oleh"]),
        ("anyam - purun", ["anyam", "purun"]),
        ("Ba'Sasirangan", ["Ba'Sasirangan"]),
        ("a* 5*", ["a*", "5*"]),
        ("foo:bar", ["foo:bar"]),
        (#"tas "purun"#, ["tas", "purun"]),
        (#"12" pipa"#, ["12", "pipa"]),
        (#"tas" "#, ["tas"]),
        (#"" ""#, []),
        ("dodol AND NOT (purun)", ["dodol", "AND", "NOT", "(purun)"]),
        ("'; DROP TABLE search; --", ["DROP", "TABLE", "search;"]),
        ("🛶 jukung", ["jukung"]),
        ("!!! ??? ...", []),
        ("tas\u{0}purun", ["tas", "purun"]),
    ] as [(String, [String])])
func readsPlainText(text: String, words: [String]) throws {
    let clauses = try parser.parse(text).clauses
    #expect(clauses.map(\.text) == words)
    #expect(clauses.allSatisfy { $0.content == .word($0.text) && $0.field == nil && !$0.isExcluded })
}

@Test("gives the position of each clause")
func keepsRanges() throws {
    let text = #"tas -"gula aren" name:dodol"#
    let scalars = Array(text.unicodeScalars)
    let stretches = try parser.parse(text).clauses.map { String(String.UnicodeScalarView(scalars[$0.range])) }
    #expect(stretches == ["tas", #"-"gula aren""#, "name:dodol"])
}

@Test(
    "gives the position of a syntax error",
    arguments: [
        (
            "name:", 4,
            "Nothing follows 'name:' at character 5: write the word right after the colon, name:dodol, or leave the colon out."
        ),
        (
            "tas name: dodol", 8,
            "Nothing follows 'name:' at character 9: write the word right after the colon, name:dodol, or leave the colon out."
        ),
        (
            "-purun -tas", 0,
            "The question only says what to leave out ('-purun' at character 1): add a word to search for."
        ),
        (
            "  -purun", 2,
            "The question only says what to leave out ('-purun' at character 3): add a word to search for."
        ),
    ])
func pointsAtErrors(text: String, offset: Int, message: String) {
    let error = #expect(throws: QuerySyntaxError.self) { try parser.parse(text) }
    #expect(error?.offset == offset)
    #expect(error?.description == message)
}

@Test("accepts 512 characters and rejects 513")
func readsUpToTheLimit() throws {
    #expect(try parser.parse(String(repeating: "é", count: 512)).clauses.count == 1)
    let error = #expect(throws: QuerySyntaxError.self) { try parser.parse(String(repeating: "é", count: 513)) }
    #expect(error?.description == "The question is 513 characters long and at most 512 are read: shorten it.")
    #expect(error?.offset == 512)
}
