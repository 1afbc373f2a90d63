import Foundation
import JSON
import TestSupport
import Testing

@Suite("JSONValue")
struct JSONValueTests {
    @Test("keeps the order of members and writes no spaces")
    func order() throws {
        let value = try JSONValue(parsing: "{ \"b\": 1, \"a\": [true, null, false],\n\t\"c\": {}, \"d\": [] }")
        #expect(value.text == #"{"b":1,"a":[true,null,false],"c":{},"d":[]}"#)
        #expect(value["b"]?.number == 1)
        #expect(value["a"]?.array?.count == 3)
        #expect(value["missing"] == nil)
        #expect(value.object?.map(\.0) == ["b", "a", "c", "d"])
    }

    @Test(
        "writes the fewest digits that parse to the same number",
        arguments: [
            (0, "0"), (-0.0, "-0.0"), (5, "5"), (-12, "-12"), (0.1, "0.1"), (114.84, "114.84"),
            (1e15, "1000000000000000"),
            (9_007_199_254_740_992, "9007199254740992"), (-0x1p54, "-1.8014398509481984e+16"), (1e21, "1e+21"),
            (1e-7, "1e-07"), (.leastNonzeroMagnitude, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
            (0.1 + 0.2, "0.30000000000000004"),
            (.infinity, "null"), (.nan, "null"),
        ] as [(Double, String)])
    func numbers(number: Double, text: String) {
        #expect(JSONValue.number(number).text == text)
    }

    @Test("escapes only what JSON requires")
    func escapes() throws {
        let text = "a\"b\\c/d\n\r\t\u{0}\u{1f}\u{7f}é\u{2028}🌏"
        let json = JSONValue.string(text).text
        #expect(json == "\"a\\\"b\\\\c/d\\n\\r\\t\\u0000\\u001f\u{7f}é\u{2028}🌏\"")
        #expect(try JSONValue(parsing: json) == .string(text))
        #expect(try JSONValue(parsing: #""\u0041\u00e9\uD83C\uDF0F\/\b\f\"\\""#) == .string("Aé🌏/\u{8}\u{c}\"\\"))
        #expect(try JSONValue(parsing: #""\ud83c x \udf0f""#) == .string("\u{FFFD} x \u{FFFD}"))
    }

    @Test(
        "rejects invalid JSON with the position of the error",
        arguments: [
            ("", 0), (" ", 1), ("{", 1), ("[1, 2", 5), ("[1,]", 3), ("{\"a\" 1}", 5), ("{\"a\":1,}", 7), ("{a:1}", 1),
            ("01", 0), ("1.", 2),
            (".5", 0),
            ("-", 0), ("+1", 0), ("1e", 2), ("1e400", 5), ("nul", 0), ("NaN", 0), ("'a'", 0), ("\"a", 2), ("\"\t\"", 1),
            (#""\x""#, 3),
            (#""\u+123""#, 3),
            (#""\u12g4""#, 5), ("[1] 2", 4), ("// c\n1", 0), ("[1 2]", 3), ("{\"a\":1 \"b\":2}", 7), ("true1", 4),
        ])
    func refused(text: String, offset: Int) {
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
        #expect(error?.offset == offset, "\(error?.description ?? "")")
        #expect(error?.description.hasPrefix("This is not JSON: ") == true)
    }

    @Test("rejects invalid UTF-8")
    func notUTF8() {
        for bytes: [UInt8] in [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE2, 0x82, 0x22],
        ] {
            #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
        }
    }

    @Test("limits the nesting depth")
    func depth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(try JSONValue(parsing: nested(256)).text == nested(256))
        #expect(throws: JSONError.self) { try JSONValue(parsing: nested(257)) }
        #expect(throws: JSONError.self) { try JSONValue(parsing: String(repeating: "{\"a\":", count: 100_000)) }
    }

    @Test("parses every Double exactly, as the standard library does", arguments: [UInt64(21), 22])
    func doubles(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<3_000 {
            let bits = Double(bitPattern: random.next())
            let short = (Double.random(in: -180...180, using: &random) * 1e7).rounded() / 1e7
            let digits =
                "\(Int64.random(in: -999...999, using: &random)).\(UInt64.random(in: 0...99_999_999_999_999, using: &random))"
            for number in [bits, short] where number.isFinite {
                #expect(
                    try JSONValue(parsing: JSONValue.number(number).text).number == number, "\(number), seed \(seed)")
            }
            #expect(try JSONValue(parsing: digits).number == Double(digits), "\(digits), seed \(seed)")
        }
    }

    @Test("parses any value that it writes", arguments: [UInt64(31), 32])
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let value = Self.value(depth: 4, &random)
            #expect(try JSONValue(parsing: value.text) == value, "seed \(seed)")
            #expect(try JSONValue(parsing: Array(value.text.utf8)) == value, "seed \(seed)")
        }
    }

    /// Foundation is not the reference, because it accepts trailing commas and numbers beyond Double.
    @Test("accepts and rejects the same texts as the json module of Python")
    func oracle() throws {
        let fixture = try #require(
            Bundle.module.url(forResource: "json-verdicts", withExtension: "txt", subdirectory: "Fixtures"))
        let lines = try String(contentsOf: fixture, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 800)
        for line in lines {
            let text = String(line.drop { $0 != "|" }.dropFirst())
            // Only whether it throws matters here.
            let isTaken = (try? JSONValue(parsing: text)) != nil
            #expect(isTaken == line.hasPrefix("yes"), "\(text)")
        }
    }

    private static func value(depth: Int, _ random: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &random) {
        case 0: .null
        case 1: .bool(.random(using: &random))
        case 2: .number(Double(Int.random(in: -1_000...1_000, using: &random)))
        case 3: .number(Double.random(in: -1e9...1e9, using: &random))
        case 4: .string(text(&random))
        case 5: .array((0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth: depth - 1, &random) })
        default:
            .object(
                (0..<Int.random(in: 0...4, using: &random)).map { _ in (text(&random), value(depth: depth - 1, &random))
                })
        }
    }

    private static func text(_ random: inout SeededGenerator) -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "\"", "\\", "\n", "\u{0}", "é", "🌏", "\u{301}", "/", " ", "\u{2028}", "u",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            text.unicodeScalars.append(scalars.randomElement(using: &random) ?? "a")
        }
        return text
    }
}
