import Catalog
import Testing

@Suite("Links of products and sentra")
struct ProductLinkTests {
    /// A catalog with the sentra s-1 to s-3 and the products p-1 and p-2.
    private let fixture: CatalogFixture

    init() throws {
        fixture = try CatalogFixture()
        try fixture.importing(.sentra) { writer, batch in
            try (1...3).map { try writer.upsert(Sentra(id: "s-\($0)", name: "Sentra \($0)"), batch: batch, line: $0) }
        }
        try fixture.importing(.products) { writer, batch in
            try (1...2).map { try writer.upsert(Product(id: "p-\($0)", name: "Produk \($0)"), batch: batch, line: $0) }
        }
    }

    private func link(_ product: String, with sentra: [String]) throws -> (removed: [String], hasAdded: Bool) {
        var result: (removed: [String], hasAdded: Bool) = ([], false)
        try fixture.importing(.links) { writer, batch in
            result = try writer.link(product: product, with: sentra, batch: batch, line: 1)
            return [.updated]
        }
        return result
    }

    private func links() throws -> [ProductLink] { try fixture.catalog.read { try $0.links() } }

    @Test("are those that were stated last; a link that stays keeps its reason")
    func replace() throws {
        try fixture.importing(.links) { writer, batch in
            [
                try writer.upsert(
                    ProductLink(productID: "p-1", sentraID: "s-1", reason: "same page"), batch: batch, line: 1)
            ]
        }
        let added = try link("p-1", with: ["s-2", "s-1"])
        #expect(added.removed.isEmpty && added.hasAdded)
        let changed = try link("p-1", with: ["s-1", "s-3"])
        #expect(changed.removed == ["s-2"] && changed.hasAdded)
        let same = try link("p-1", with: ["s-3", "s-1"])
        #expect(same.removed.isEmpty && !same.hasAdded)
        #expect(
            try links() == [
                ProductLink(productID: "p-1", sentraID: "s-1", reason: "same page"),
                ProductLink(productID: "p-1", sentraID: "s-3"),
            ])
        let last = try link("p-1", with: [])
        #expect(last.removed == ["s-1", "s-3"])
        #expect(try links().isEmpty)
    }

    @Test("name the other end, in order of the ids, from both sides")
    func linked() throws {
        _ = try link("p-2", with: ["s-2", "s-1"])
        _ = try link("p-1", with: ["s-1"])
        func linked(_ document: CatalogDocument) throws -> [LinkedDocument] {
            try fixture.catalog.read { try $0.linkWalk().linked(with: document) }
        }
        #expect(
            try linked(.product(Product(id: "p-2", name: ""))) == [
                LinkedDocument(id: "s-1", name: "Sentra 1"), LinkedDocument(id: "s-2", name: "Sentra 2"),
            ])
        #expect(try linked(.sentra(Sentra(id: "s-1", name: ""))).map(\.id) == ["p-1", "p-2"])
        #expect(try linked(.outlet(Samples.outlet)).isEmpty)
    }

    @Test("are read in step with the documents, those without links included")
    func walk() throws {
        _ = try link("p-2", with: ["s-2", "s-1"])
        _ = try link("p-1", with: ["s-1"])
        let found = try fixture.catalog.read { snapshot in
            let links = try snapshot.linkWalk()
            return try ["p-1", "p-2", "p-3", "p-4"].map { id in
                try links.linked(with: .product(Product(id: id, name: ""))).map(\.id)
            } + [try links.linked(with: .sentra(Sentra(id: "s-2", name: ""))).map(\.id)]
        }
        #expect(found == [["s-1"], ["s-1", "s-2"], [], [], ["p-2"]])
    }

    @Test("count in the state of the catalog")
    func state() throws {
        let before = try fixture.catalog.read { try $0.state() }
        _ = try link("p-1", with: ["s-1"])
        let after = try fixture.catalog.read { try $0.state() }
        #expect(before[.links].count == 0 && after[.links].count == 1)
        #expect(
            after[.links].checksum == UInt64(bitPattern: ProductLink(productID: "p-1", sentraID: "s-1").contentHash))
        #expect(after[.products] == before[.products])
    }
}
