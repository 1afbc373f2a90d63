import Base
import Testing

@Suite("CSVWriter")
struct CSVWriterTests {
    @Test(
        "quotes fields with the delimiter, a quote, a line break, or white space at an end",
        arguments: [
            (["a", "b"], "a,b"), (["a,b"], "\"a,b\""), (["a;b"], "a;b"), (["a\"b"], "\"a\"\"b\""),
            (["a\nb"], "\"a\nb\""), ([" a"], "\" a\""), (["", ""], ","),
        ])
    func quotes(fields: [String], expected: String) {
        var csv = CSVWriter()
        csv.row(fields)
        #expect(String(decoding: csv.bytes, as: UTF8.self) == expected + "\r\n")
    }

    @Test(
        "adds an apostrophe before a formula, but not before a number",
        arguments: [
            ("=1+1", "'=1+1"), ("@x", "'@x"), ("+cmd", "'+cmd"), ("-cmd", "'-cmd"), ("-3.4", "-3.4"),
            ("+62 511 1", "+62 511 1"),
        ])
    func formulas(field: String, expected: String) {
        var csv = CSVWriter(lineEnding: .lineFeed)
        csv.row([field])
        #expect(String(decoding: csv.takeBytes(), as: UTF8.self) == expected + "\n")
        #expect(csv.bytes.isEmpty)
        var plain = CSVWriter(lineEnding: .lineFeed, protectsFormulas: false)
        plain.row([field])
        #expect(String(decoding: plain.bytes, as: UTF8.self) == field + "\n")
    }
}
