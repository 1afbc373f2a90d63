import Catalog
import Foundation
import Gazetteer
import Geo
import IndexDefinition
import Indexing
import JSON
import TestSupport
import Testing

@testable import IndexStore

@Suite("A rebuild turns the catalog into a generation that answers")
struct RebuildTests {
    /// Its folder lives as long as the test.
    private let catalog: SmallCatalog
    private let generation: Generation
    private let reader: any SearchIndex

    init() throws {
        catalog = try SmallCatalog()
        _ = try Rebuild(catalog: catalog.store, dataDirectory: catalog.folder.url).run()
        generation = try Generation.open(dataDirectory: catalog.folder.url)
        // No test here measures a distance.
        reader = try generation.reader { _, _ in .infinity }
    }

    @Test("indexes each document once, in the order of ids, with counts and checksums of the catalog")
    func countsAndOrder() throws {
        let found = try reader.match(IndexQuery(order: .id, limit: 10)).hits
        let ids = try reader.documents(found.map(\.document)).map(\.id)
        #expect(ids == ["63.05.02.2005", "63.05.02.2006", "produk-1", "produk-2", "sentra-1"])
        let state = try catalog.store.read { try $0.state() }
        #expect(
            generation.manifest.catalogCounts == [
                "regions": 3, "villages": 2, "sentra": 1, "products": 2, "outlets": 0, "links": 1,
            ])
        #expect(
            generation.manifest.catalog.checksums["sentra"]
                == Manifest.CatalogStamp.text(ofChecksum: state[.sentra].checksum))
        #expect(try Generations(dataDirectory: catalog.folder.url).verify().isEmpty)
    }

    @Test("answers the static part of a hit as the interface has it, with unknown values left out")
    func body() throws {
        let document = try #require(try reader.document(withID: "sentra-1"))
        let body = try JSONValue(parsing: document.body)
        #expect(body["kind"]?.string == "sentra")
        #expect(body["village"]?["code"]?.string == "63.05.02.2005")
        #expect(body["village"]?["name"]?.string == "Margasari Hulu")
        #expect(body["regency"]?["name"]?.string == "Kabupaten Tapin")
        #expect(body["position_source"]?.string == "village")
        #expect(body["position_accuracy_m"]?.number == 600)
        #expect(body["properties"]?["business_units"]?.number == 12)
        #expect(body["properties"]?["omzet"]?.string == "besar")
        #expect(reader.propertyNames == ["omzet"])
        #expect(body["properties"]?["workers"] == nil)  // unknown is not 0
    }

    @Test("names the products of a sentra and the sentra of a product")
    func links() throws {
        func properties(_ id: String) throws -> JSONValue? {
            try JSONValue(parsing: try #require(try reader.document(withID: id)).body)["properties"]
        }
        #expect(
            try properties("sentra-1")?["products"]
                == .array([.object([("id", .string("produk-1")), ("name", .string("Tikar \"purun\" <besar>"))])]))
        #expect(
            try properties("produk-1")?["sentra"]
                == .array([.object([("id", .string("sentra-1")), ("name", .string("Sentra Purun Margasari"))])]))
        #expect(try properties("produk-2")?["sentra"] == nil)
    }

    @Test("keeps a document without a position, without inventing one")
    func unplaced() throws {
        let document = try #require(try reader.document(withID: "produk-2"))
        let body = try JSONValue(parsing: document.body)
        for name in ["longitude", "latitude", "regency"] { #expect(body[name] == JSONValue.null, "\(name)") }
        #expect(document.coordinate == nil)
    }

    @Test(
        "finds a document by any of its texts",
        arguments: [
            ("margasari", IndexField.name), ("kampung", .otherNames), ("tikar", .commodity), ("besar", .description),
            ("rutas", .name),
            ("tapin", .place), ("ulu", .place),
        ])
    func terms(term: String, field: IndexField) throws {
        let wanted = MatchTerm([term], fields: [field], weight: 1, tier: .exact)
        let clause = MatchClause(
            .must, terms: [wanted], idf: MatchClause.idf(documentCount: 1, of: generation.documentCount))
        let result = try reader.match(
            IndexQuery(clauses: [clause], weights: try IndexDefinition.ranking(), order: .score, limit: 10))
        #expect(result.total >= 1)
    }

    @Test("knows places by official, short and former names, and by former codes")
    func gazetteer() throws {
        for (name, code) in [
            ("kabupaten tapin", "63.05"), ("tapin", "63.05"), ("margasari hulu", "63.05.02.2005"),
            ("margasarihulu", "63.05.02.2005"), ("margasari lama", "63.05.02.2005"),
        ] {
            let name = PlaceName(words: name.split(separator: " ").map(String.init))
            #expect(try reader.places(named: name).map(\.place.code.dotted) == [code], "\(name.text)")
        }
        let former = try #require(AdministrativeCode("63.05.01.2009"))
        #expect(try reader.place(formerCode: former)?.code.dotted == "63.05.02.2005")
        let spelled = try reader.places(soundingLike: PlaceName(words: ["margasari", "ulu"]))
        #expect(spelled.map(\.code.dotted) == ["63.05.02.2005"])
        #expect(
            try reader.place(#require(AdministrativeCode("63.05.02.2005")))?.label
                == "Margasari Hulu, Candi Laras Selatan, Tapin"
        )
    }

    @Test("says which words of names it kept whole")
    func protectedWords() throws {
        let words = generation.protectedWords
        #expect(words.contains("margasari") && words.contains("rutas") && !words.contains("hulu"))
        #expect(words == words.sorted())
    }

    @Test("builds the same content again, under the next name")
    func again() throws {
        _ = try Rebuild(catalog: catalog.store, dataDirectory: catalog.folder.url).run()
        let second = try Generation.open(dataDirectory: catalog.folder.url)
        #expect(second.name != generation.name)
        #expect(second.manifest.catalog.checksums == generation.manifest.catalog.checksums)
        #expect(second.manifest.files["vocabulary.bin"] == generation.manifest.files["vocabulary.bin"])
        #expect(second.manifest.files["points.bin"] == generation.manifest.files["points.bin"])
    }

    @Test("the drafts it writes are those the measurements use")
    func drafts() throws {
        var drafts: [DocumentDraft] = []
        try catalog.store.forEachDraft { drafts.append($0) }
        #expect(drafts.map(\.id) == ["63.05.02.2005", "63.05.02.2006", "produk-1", "produk-2", "sentra-1"])
        #expect(drafts[4].tokens[IndexField.name.rawValue] == "sentra purun margasari")
        #expect(drafts[4].quality > drafts[3].quality)  // sourced and placed before bare
    }
}
