import Catalog
import Geo
import IndexDefinition
import IndexStore
import JSON
import TestSupport
import Testing

@testable import Indexing

@Suite("A record becomes a document")
struct DocumentAssemblerTests {
    private let catalog: SmallCatalog
    private let assembler: DocumentAssembler

    init() throws {
        catalog = try SmallCatalog()
        assembler = try catalog.store.read { try DocumentAssembler($0) }
    }

    private func draft(_ document: CatalogDocument) -> DocumentDraft {
        var assembler = assembler
        return assembler.draft(of: document, contentHash: 7)
    }

    private func sentra(placeText: String?) -> DocumentDraft {
        var sentra = SmallCatalog.sentra
        sentra.placement.placeText = placeText
        return draft(.sentra(sentra))
    }

    @Test(
        "shows the place by its official names, and what the source wrote where that says more",
        arguments: [
            (nil, "Margasari Hulu, Candi Laras Selatan, Tapin"), ("", "Margasari Hulu, Candi Laras Selatan, Tapin"),
            ("Margasari Hulu", "Margasari Hulu, Candi Laras Selatan, Tapin"),
            ("TAPIN, Candi Laras", "Margasari Hulu, Candi Laras Selatan, Tapin"),
            ("Margasari Ulu", "Margasari Hulu, Candi Laras Selatan, Tapin (Margasari Ulu)"),
        ] as [(String?, String)])
    func placeText(written: String?, shown: String) {
        let draft = sentra(placeText: written)
        #expect(draft.texts[IndexField.place.rawValue] == shown)
        #expect(draft.suggestionLabel == "Margasari Hulu, Candi Laras Selatan, Tapin")
    }

    @Test("a place is searched by its by-names, too, and they are not shown")
    func bynames() {
        let draft = sentra(placeText: "Margasari Ulu")
        let tokens = draft.tokens[IndexField.place.rawValue]
        #expect(tokens.hasPrefix("margasari hulu candi laras selatan tapin bumi ruhui rahayu"))
        #expect(tokens.hasSuffix("margasari ulu"))
        #expect(!draft.texts[IndexField.place.rawValue].contains("Ruhui"))
    }

    @Test("a document that is nowhere says so without inventing a place")
    func nowhere() throws {
        let draft = draft(.product(Product(id: "p", name: "Keripik")))
        #expect(draft.texts[IndexField.place.rawValue].isEmpty && draft.tokens[IndexField.place.rawValue].isEmpty)
        #expect(
            draft.regencyCode == nil && draft.districtCode == nil && draft.coordinate == nil
                && draft.suggestionLabel.isEmpty)
        #expect(
            draft.body
                == #"{"kind":"product","id":"p","name":"Keripik","longitude":null,"latitude":null,"position_source":null,"position_accuracy_m":null,"village":null,"district":null,"regency":null,"properties":{}}"#
        )
    }

    @Test("a village alone knows its district and regency, and that the position is a village's")
    func village() throws {
        let draft = draft(.village(SmallCatalog.villages[0]))
        let body = try JSONValue(parsing: draft.body)
        #expect(body["position_source"]?.string == "village" && body["position_accuracy_m"]?.number == 600)
        #expect(body["village"]?["name"]?.string == "Margasari Hulu" && body["district"]?["code"]?.string == "63.05.02")
        #expect(draft.regencyCode == "63.05" && draft.districtCode == "63.05.02" && draft.nameKey == "margasari hulu")
        #expect(try JSONValue(parsing: self.draft(.village(SmallCatalog.villages[1])).body)["position_source"] == .null)
    }

    @Test("every character of a record survives in the body")
    func escaping() throws {
        var product = Product(id: "p\"1", name: "Kain \"lawas\"\\ \u{1} 布 \u{1F600}")
        product.description = "a\nb\tc"
        let body = try JSONValue(parsing: draft(.product(product)).body)
        #expect(body["id"]?.string == product.id && body["name"]?.string == product.name)
        #expect(body["properties"]?["description"]?.string == product.description)
    }

    @Test("a property that bears a taken name is kept under another")
    func takenNames() throws {
        var sentra = SmallCatalog.sentra
        sentra.extra = ["category": "x", "omzet": "besar", "empty": ""]
        let properties = try JSONValue(parsing: draft(.sentra(sentra)).body)["properties"]
        #expect(properties?["category"]?.string == "anyaman" && properties?["category_2"]?.string == "x")
        #expect(properties?["omzet"]?.string == "besar" && properties?["empty"] == nil)
        #expect(draft(.sentra(sentra)).tokens[IndexField.description.rawValue] == "x besar")
    }

    @Test("an outlet is found by what it sells and by when it is open")
    func outlet() throws {
        var outlet = Outlet(id: "outlet-1", name: "Pasar Kamis")
        outlet.sells = "bakul purun"
        outlet.category = "pasar"
        outlet.hours = "Kamis pagi"
        outlet.since = "1985"
        let draft = draft(.outlet(outlet))
        #expect(draft.kind == .outlet && draft.category == "pasar")
        #expect(draft.tokens[IndexField.commodity.rawValue] == "bakul purun pasar")
        #expect(draft.tokens[IndexField.description.rawValue] == "kamis pagi 1985")
        let properties = try JSONValue(parsing: draft.body)["properties"]
        #expect(properties?["sells"]?.string == "bakul purun" && properties?["hours"]?.string == "Kamis pagi")
    }

    @Test("codes of unknown areas stand for their names")
    func unknownArea() throws {
        var product = Product(id: "p", name: "Keripik")
        product.placement = Placement(regencyCode: "99.01")
        let body = try JSONValue(parsing: draft(.product(product)).body)
        #expect(body["regency"]?["code"]?.string == "99.01" && body["regency"]?["name"]?.string == "99.01")
    }
}
