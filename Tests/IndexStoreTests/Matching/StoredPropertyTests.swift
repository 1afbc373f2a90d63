import JSON
import Testing

@testable import IndexStore

@Suite("Properties of stored documents")
struct StoredPropertyTests {
    private static func value(_ name: String, in body: String) -> String? {
        Array(body.utf8).withUnsafeBytes { StoredProperty(name).value(in: $0) }
    }

    @Test(
        "finds a member of the properties only",
        arguments: [
            (#"{"luas":"1","properties":{"a":"x","luas":"12"}}"#, "12"), (#"{"luas":"1","properties":{"a":"x"}}"#, nil),
            (#"{"properties":{"a":{"luas":"1"},"luas":"2"}}"#, "2"), (#"{"properties":{"a":[{"luas":"1"}]}}"#, nil),
            (#"{"properties":{"a":"\"luas\":\"5\"","luas":"3"}}"#, "3"),
            (#"{"properties":{"a":"}{\\","luas":"3"}}"#, "3"), (#"{"properties":{"a":"x"},"more":{"luas":"9"}}"#, nil),
            (#"{"properties":{"luas":12.5,"b":1}}"#, "12.5"), (#"{"properties":{"luas":null}}"#, nil),
            (#"{"properties":{"luas":["a"]}}"#, nil),
            (#"{"properties":{"luas":"dua \"belas\" \u00e9"}}"#, "dua \"belas\" é"),
            (#"{"properties":{"luas":"12"#, nil), (#"{"properties":{}}"#, nil), ("", nil),
        ] as [(String, String?)])
    func finds(body: String, expected: String?) {
        #expect(Self.value("luas", in: body) == expected)
    }

    @Test("finds names with quotation marks and other signs", arguments: ["a\"b", "a\\b", "Luas (ha)", "a:b", "é\n"])
    func names(name: String) {
        let body = JSONValue.object([("properties", .object([("x", .string("1")), (name, .string("2"))]))])
        #expect(Self.value(name, in: body.text) == "2")
    }
}
