import Geo
import IndexDefinition
import TestSupport
import Testing

@testable import Search

@Test("reads back what it wrote", arguments: [1, 2] as [UInt64])
func roundTripsCursors(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
        let cursor = Cursor(
            generation: "00000\(Int.random(in: 0...9, using: &random))",
            requestDigest: .random(in: 0 ... .max, using: &random),
            key: .random(in: -1e9...1e9, using: &random), ordinal: .random(in: 0...2_000_000_000, using: &random))
        #expect(Cursor(cursor.text) == cursor, "seed \(seed)")
        #expect(cursor.text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
    }
}

@Test(
    "refuses what it did not write",
    arguments: ["", "a", "====", "AAAA", String(repeating: "A", count: 5_000), "not a cursor", "💥", "AgAAAA"])
func refusesOtherTexts(text: String) {
    #expect(Cursor(text) == nil)
}

@Test("every part of a request that decides what matches changes its digest")
func digestsDiffer() {
    var requests = [SearchRequest()]
    let changes: [(inout SearchRequest) -> Void] = [
        { $0.text = "a" }, { $0.isLiteral = true }, { $0.kinds = [.sentra] }, { $0.kinds = [.sentra, .product] },
        { $0.near = .text("a") },
        { $0.near = .coordinate(Coordinate(longitude: 1, latitude: 2)) }, { $0.radiusMetres = 1 },
        { $0.box = BoundingBox(west: 1, south: 2, east: 3, north: 4) }, { $0.regency = "a" }, { $0.district = "a" },
        { $0.category = "a" },
        { $0.sort = .name },
    ]
    for change in changes {
        var request = SearchRequest()
        change(&request)
        requests.append(request)
    }
    #expect(Set(requests.map(\.digest)).count == requests.count)
    var page = SearchRequest()
    page.limit = 50
    page.facets = [.kind]
    page.wantsExplanation = true
    #expect(page.digest == SearchRequest().digest)
}
