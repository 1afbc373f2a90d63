import Importing
import Testing

@Suite("Codes as files write them")
struct PlaceCodeTests {
    @Test(
        "the ministry's, with and without dots",
        arguments: [
            ("63.01.01.2001", "63.01.01.2001", PlaceCode.Form.dotted), ("6301012001", "63.01.01.2001", .plain),
            ("63", "63", .plain),
            ("6301", "63.01", .plain), ("630101", "63.01.01", .plain), ("63.01", "63.01", .dotted),
            (" 63.01.01 ", "63.01.01", .dotted),
            ("6301012001.0", "63.01.01.2001", .plain), ("'6301012001", "63.01.01.2001", .plain),
        ])
    func ministry(text: String, dotted: String, form: PlaceCode.Form) {
        #expect(PlaceCode.read(text)?.dotted == dotted)
        #expect(PlaceCode.read(text)?.form == form)
    }

    @Test(
        "those of Statistics Indonesia are known by prefix, length or number",
        arguments: ["id6301031008", "ID6301", "6301031", "6301010007", "6301030908"])
    func statistics(text: String) {
        #expect(PlaceCode.read(text)?.form == .bps)
    }

    @Test(
        "anything else is none",
        arguments: [
            "", "Hiyung", "6.30101E+09", "63.01.1", "63.1.01", "63.01.01.201", "123", "63010120011", "-63", "63,01",
            "id",
        ])
    func none(text: String) {
        #expect(PlaceCode.read(text) == nil)
    }
}
