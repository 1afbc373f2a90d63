import Geo
import IndexDefinition
import IndexStore
import TestSupport
import Testing

@testable import Search

@Test("reads back what it wrote", arguments: [1, 2] as [UInt64])
func roundTripsCursors(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
        let number = UInt64.random(in: 0...2_000_000_000, using: &random)
        guard let document = DocumentRef(cursorValue: number) else {
            Issue.record("\(number) is no document")
            return
        }
        let cursor = Cursor(
            generation: "00000\(Int.random(in: 0...9, using: &random))",
            requestDigest: .random(in: 0 ... .max, using: &random),
            key: .random(in: -1e9...1e9, using: &random), document: document)
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

/// For every field that decides what matches, one or several other values.
private let decisive: [(field: String, change: @Sendable (inout SearchRequest) -> Void)] = [
    ("text", { $0.text = "a" }), ("isLiteral", { $0.isLiteral = true }), ("kinds", { $0.kinds = [.sentra] }),
    ("kinds", { $0.kinds = [.sentra, .product] }), ("near", { $0.near = .text("a") }),
    ("near", { $0.near = .coordinate(Coordinate(longitude: 1, latitude: 2)) }),
    ("radiusMetres", { $0.radiusMetres = 1 }), ("radiusMetres", { $0.radiusMetres = .infinity }),
    ("box", { $0.box = BoundingBox(west: 1, south: 2, east: 3, north: 4) }), ("regency", { $0.regency = "a" }),
    ("district", { $0.district = "a" }), ("category", { $0.category = "a" }), ("sort", { $0.sort = .name }),
    ("sort", { $0.sort = .fact("price", ascending: false) }),
    ("facts", { $0.facts = [FactCondition(fact: "price", max: 1)] }), ("conditions", { $0.conditions = ["luas=1"] }),
]

/// For every field that may change from page to page, another value.
private let paging: [(field: String, change: @Sendable (inout SearchRequest) -> Void)] = [
    ("limit", { $0.limit = 50 }), ("cursor", { $0.cursor = "x" }), ("facets", { $0.facets = [.kind] }),
    ("factFacets", { $0.factFacets = ["price"] }),
    ("wantsExplanation", { $0.wantsExplanation = true }), ("wantsHighlights", { $0.wantsHighlights = false }),
]

@Test("every field of a request changes its digest, except those that may change from page to page")
func digestsDiffer() throws {
    let fields = Mirror(reflecting: SearchRequest()).children.compactMap(\.label)
    #expect(Set(fields) == Set((decisive + paging).map(\.field)), "a new field must be in one of the tables")
    var requests = [SearchRequest()]
    for (_, change) in decisive {
        var request = SearchRequest()
        change(&request)
        requests.append(request)
    }
    #expect(Set(try requests.map { try $0.digest }).count == requests.count)
    for (field, change) in paging {
        var request = SearchRequest()
        change(&request)
        #expect(try request.digest == SearchRequest().digest, "\(field)")
    }
}

@Test("the order of kinds does not change the digest")
func kindsInAnyOrder() throws {
    var (first, second) = (SearchRequest(), SearchRequest())
    first.kinds = [.sentra, .product]
    second.kinds = [.product, .sentra]
    #expect(try first.digest == second.digest)
}
