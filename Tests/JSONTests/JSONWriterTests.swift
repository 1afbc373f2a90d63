import Foundation
import JSON
import TestSupport
import Testing

@Test("writes JSON that JSONSerialization parses to the same values")
func writesReadableJSON() throws {
    var json = JSONWriter()
    json.object { json in
        json.field("text", "a\"b\\c\n\t\u{1}\u{1F}é🛶/</script>")
        json.field("number", 114.84)
        json.field("small", Double.leastNonzeroMagnitude)
        json.field("nothing", Double?.none)
        json.field("infinite", Double.infinity)
        json.field("count", 7)
        json.field("flag", true)
        json.key("list")
        json.array(["x", "y"])
        json.key("empty")
        json.object { _ in }
        json.members(of: Array(#"{"in":1,"side":{"x":[]}}"#.utf8))
        json.members(of: Array("{}".utf8))
    }
    let read = try #require(JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
    #expect(read["text"] as? String == "a\"b\\c\n\t\u{1}\u{1F}é🛶/</script>")
    #expect(read["number"] as? Double == 114.84)
    #expect(read["small"] as? Double == Double.leastNonzeroMagnitude)
    #expect(read["nothing"] is NSNull && read["infinite"] is NSNull)
    #expect(read["count"] as? Int == 7 && read["flag"] as? Bool == true && read["in"] as? Int == 1)
    #expect(read["list"] as? [String] == ["x", "y"])
    #expect((read["empty"] as? [String: Any])?.isEmpty == true)
}

@Test("numbers parse to the same value", arguments: [1, 2, 3] as [UInt64])
func keepsNumbers(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
        let number = Double(bitPattern: UInt64.random(in: 0..<UInt64.max, using: &random))
        guard number.isFinite else { continue }
        var json = JSONWriter()
        json.value(number)
        #expect(Double(String(decoding: json.bytes, as: UTF8.self)) == number, "seed \(seed)")
    }
}
