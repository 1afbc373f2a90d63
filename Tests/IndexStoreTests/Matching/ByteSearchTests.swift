import TestSupport
import Testing

@testable import IndexStore

@Test("finds bytes where a look at every place finds them", arguments: [1, 2] as [UInt64])
func searchesBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func bytes(_ count: ClosedRange<Int>) -> [UInt8] {
        (0..<Int.random(in: count, using: &random)).map { _ in UInt8.random(in: 97...99, using: &random) }
    }
    for _ in 0..<2000 {
        let (text, wanted) = (bytes(0...40), bytes(0...4))
        let start = Int.random(in: 0...42, using: &random)
        let places = text.indices.filter { $0 >= start && text[$0...].starts(with: wanted) }
        let expected = wanted.isEmpty ? nil : places.first.map { $0 + wanted.count }
        let found = text.withUnsafeBytes { ByteSearch(wanted).end(in: $0, from: start) }
        #expect(found == expected, "seed \(seed): \(wanted) in \(text) from \(start)")
    }
}
