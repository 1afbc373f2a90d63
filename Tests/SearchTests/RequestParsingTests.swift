import Geo
import IndexDefinition
import Search
import Testing

@Suite("Values of a request as people write them")
struct RequestParsingTests {
    @Test(
        "kinds are separated by commas, and none may be empty or unknown",
        arguments: [
            ("sentra", [DocumentKind.sentra]), ("product, village", [.product, .village]), ("sentra,,product", nil),
            ("", nil), ("shop", nil), ("sentra,shop", nil),
        ])
    func kinds(_ text: String, _ kinds: [DocumentKind]?) {
        #expect(SearchRequest.kinds(text) == kinds)
    }

    @Test("facet fields are separated by commas")
    func facetFields() {
        #expect(SearchRequest.facetFields("kind,category") == [.kind, .category])
        #expect(SearchRequest.facetFields("colour") == nil)
    }

    @Test(
        "a box is four numbers with south below north",
        arguments: [
            "114,-4,115,-3", " 114, -4 , 115,-3 ",
        ])
    func box(_ text: String) {
        #expect(SearchRequest.box(text) == BoundingBox(west: 114, south: -4, east: 115, north: -3))
    }

    @Test(
        "what is not a box is refused",
        arguments: ["", "1,2,3", "1,2,3,4,5", "1,2,3,x", "114,-2,115,-3", "nan,nan,nan,nan", "1,95,2,96", "1,,2,3,4"])
    func noBox(_ text: String) {
        #expect(SearchRequest.box(text) == nil)
    }
}
