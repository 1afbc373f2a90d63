import Testing

@testable import Search

@Test(
    "reads a distance and what leads from it to a place",
    arguments: [
        ("dalam radius 10 km dari Martapura", 5, 10_000.0), ("radius 500m dari Rantau", 3, 500),
        ("10 km dari Rantau", 3, 10_000),
        ("2,5 km dari Rantau", 4, 2_500), ("2.5km dari Rantau", 3, 2_500), ("within 10 km of Rantau", 4, 10_000),
        ("jarak 5 kilometer dari x", 4, 5_000),
    ])
func readsDistances(text: String, length: Int, metres: Double) throws {
    let found = try #require(PlaceMarkers.distance(in: Question(text), at: 0))
    #expect(found.length == length && found.metres == metres)
}

@Test(
    "leaves numbers that are no distance alone",
    arguments: ["10 dari Rantau", "10 km", "5 kg dari Rantau", "0 km dari Rantau", "km dari", "dalam rumah"])
func leavesNumbers(text: String) throws {
    #expect(PlaceMarkers.distance(in: try Question(text), at: 0) == nil)
}

@Test("writes a question back without some of its words")
func writesBack() throws {
    let question = try Question(#"tas "gula aren" oleh-oleh di Tapin -plastik"#)
    #expect(question.words.map(\.text) == ["tas", "oleh", "oleh", "di", "tapin"])
    #expect(question.written(without: 3..<5) == #"tas "gula aren" oleh-oleh -plastik"#)
    #expect(question.written(without: 0..<0) == #"tas "gula aren" oleh-oleh di Tapin -plastik"#)
}

@Test("passes on where a question cannot be meant")
func passesOnSyntaxErrors() {
    let error = #expect(throws: SearchError.self) { try Question("name: dodol") }
    #expect(error?.code == .querySyntax && error?.offset == 4 && error?.parameter == "q")
}
