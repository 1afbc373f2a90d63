import Gazetteer
import Testing

@Suite("Codes as files write them")
struct AdministrativeCodeTests {
    @Test(
        "the ministry's, with and without dots",
        arguments: [
            ("63.01.01.2001", "63.01.01.2001", WrittenCode.Form.dotted), ("6301012001", "63.01.01.2001", .plain),
            ("63", "63", .plain),
            ("6301", "63.01", .plain), ("630101", "63.01.01", .plain), ("63.01", "63.01", .dotted),
            (" 63.01.01 ", "63.01.01", .dotted),
            ("6301012001.0", "63.01.01.2001", .plain), ("'6301012001", "63.01.01.2001", .plain),
        ])
    func ministry(text: String, dotted: String, form: WrittenCode.Form) {
        #expect(WrittenCode(text)?.code.dotted == dotted)
        #expect(WrittenCode(text)?.form == form)
    }

    @Test(
        "those of Statistics Indonesia are known by prefix, length or number",
        arguments: ["id6301031008", "ID6301", "6301031", "6301010007", "6301030908"])
    func statistics(text: String) {
        #expect(WrittenCode(text)?.form == .statistics)
    }

    @Test(
        "anything else is none",
        arguments: [
            "", "Hiyung", "6.30101E+09", "63.01.1", "63.1.01", "63.01.01.201", "123", "63010120011", "-63", "63,01",
            "id",
        ])
    func none(text: String) {
        #expect(WrittenCode(text) == nil)
    }

    @Test("a code knows its level, its areas and what lies in it")
    func levels() throws {
        let village = try #require(AdministrativeCode("63.05.02.2005"))
        #expect(village.level == .village)
        #expect(village.parent?.dotted == "63.05.02" && village.district?.dotted == "63.05.02")
        #expect(village.regency?.dotted == "63.05" && village.ancestor(at: .province)?.dotted == "63")
        #expect(village.ancestor(at: .village) == village)
        let regency = try #require(AdministrativeCode("63.05"))
        #expect(regency.district == nil && regency.parent?.dotted == "63" && regency.parent?.parent == nil)
        #expect(regency.contains(village) && regency.contains(regency) && !village.contains(regency))
        #expect(AdministrativeCode("63.06").map(regency.contains) == false)
        #expect(regency < village)
    }

    @Test("the numbers tell a kota from a kabupaten and a kelurahan from a desa")
    func kinds() {
        #expect(AdministrativeCode("63.71")?.isCity == true && AdministrativeCode("63.11")?.isCity == false)
        #expect(AdministrativeCode("63.71.01")?.isCity == false)
        #expect(AdministrativeCode("63.71.01.1001")?.isKelurahan == true)
        #expect(AdministrativeCode("63.05.02.2005")?.isKelurahan == false)
    }

    @Test(
        "only the Ministry's form is a code",
        arguments: ["", "6", "630", "63.5", "63.05.2", "63-05", "63.05.02.205", "6a"])
    func malformed(text: String) {
        #expect(AdministrativeCode(text) == nil)
    }
}
