import Base
import Testing

@Suite("FNV1a")
struct FNV1aTests {
    /// Source: the test vectors of RFC 9923 and of www.isthe.com/chongo/tech/comp/fnv.
    @Test(
        "agrees with the published test vectors",
        arguments: [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)])
    func vectors(text: String, expected: UInt64) {
        var hash = FNV1a()
        hash.add(text.utf8)
        #expect(hash.value == expected)
    }

    @Test("separates fields")
    func fields() {
        var (first, second) = (FNV1a(), FNV1a())
        for field in ["ab", "c"] { first.addField(field) }
        for field in ["a", "bc"] { second.addField(field) }
        #expect(first != second)
    }

    @Test("writes sixteen hexadecimal digits of a word, and two of each byte")
    func hexadecimal() {
        #expect(Hexadecimal.digits(of: 0xAB as UInt64) == "00000000000000ab")
        #expect(Hexadecimal.digits(of: [0x00, 0x0F, 0xFF] as [UInt8]) == "000fff")
    }
}
