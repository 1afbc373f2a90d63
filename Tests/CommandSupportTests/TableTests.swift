import Testing

@testable import CommandSupport

@Suite("Tables")
struct TableTests {
    @Test("columns line up, and a column without text is left out")
    func columns() {
        var table = Table(header: ["name", "empty", "count"])
        table.rows = [
            [Table.Cell("tas"), Table.Cell(""), Table.Cell("7", alignsRight: true)],
            [Table.Cell("工芸"), Table.Cell(""), Table.Cell("12", alignsRight: true)],
        ]
        #expect(table.rendered() == "name  count\ntas       7\n工芸     12\n")
    }

    @Test("control characters of the data do not reach the terminal")
    func controlCharacters() {
        #expect("a\u{1B}[2Jb\u{7}".withoutControlCharacters == "a [2Jb ")
    }
}
