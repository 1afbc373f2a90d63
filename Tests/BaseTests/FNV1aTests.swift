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

private struct Encoded: Encodable {
    enum Choice: Encodable { case number(Int), text(String) }

    var name = "purun"
    var note: String?
    var numbers: [Int] = []
    var lists: [[String]] = []
    var share = 0.5
    var isNew = false
    var choice = Choice.number(1)
}

@Test("every value that is encoded changes the hash, and where a list ends as well")
func encodedValuesAreHashed() throws {
    let values = [
        Encoded(), Encoded(name: "bambu"), Encoded(note: ""), Encoded(note: "purun"), Encoded(numbers: [1]),
        Encoded(numbers: [1, 2]), Encoded(numbers: [2, 1]), Encoded(lists: [["a", "b"]]),
        Encoded(lists: [["a"], ["b"]]), Encoded(lists: [["ab"]]), Encoded(share: -0.5), Encoded(isNew: true),
        Encoded(choice: .number(2)), Encoded(choice: .text("1")),
    ]
    let hashes = try values.map { value in
        var hash = FNV1a()
        try hash.add(encoded: value)
        return hash.value
    }
    #expect(Set(hashes).count == values.count)
    var again = FNV1a()
    try again.add(encoded: Encoded())
    #expect(again.value == hashes[0])
}
