import Catalog
import Testing

@testable import Importing

@Suite("Importing links")
struct LinkTests {
    private let fixture: ImportFixture

    init() throws {
        fixture = try ImportFixture()
        try fixture.importing("id,nama_sentra\ns-1,Purun\ns-2,Bakul\n\"s,3\",Topi")
        try fixture.importing("id,nama_produk,bahan\np-1,Tikar,purun\np-2,Tas,purun", as: .products)
    }

    private func links() throws -> [ProductLink] { try fixture.catalog.read { try $0.links() } }

    @Test("from a list that is told by its columns")
    func list() throws {
        let text = "product_id,sentra_id,link_reason\np-1,s-1,same page\np-1,s-2,\np-2,s-1,same village"
        let report = try fixture.importing(text)
        #expect(report.kind == .links && report.counts == ImportBatch.Counts(read: 3, added: 3))
        #expect(
            try links() == [
                ProductLink(productID: "p-1", sentraID: "s-1", reason: "same page"),
                ProductLink(productID: "p-1", sentraID: "s-2"),
                ProductLink(productID: "p-2", sentraID: "s-1", reason: "same village"),
            ])
        #expect(try fixture.importing(text).counts.unchanged == 3)
        // A list without reasons leaves the reasons as they are.
        #expect(try fixture.importing("product_id,sentra_id\np-1,s-1").counts.unchanged == 1)
    }

    @Test("rejects a row that names what the catalog does not have, with its reason")
    func unknown() throws {
        let report = try fixture.importing(
            "product_id,sentra_id\np-9,s-1\np-1,s-9\n,s-1\np-1,\np-1,s-1\np-1,s-1", as: .links)
        #expect(report.counts == ImportBatch.Counts(read: 6, added: 1, unchanged: 1, rejected: 4))
        #expect(report.causes == [.productUnknown: 1, .sentraUnknown: 1, .linkIncomplete: 2, .rowTwice: 1])
        #expect(
            Set(report.messages).isSuperset(of: [
                "The catalog has no product 'p-9'. Import the product first, or mend the id.",
                "The catalog has no sentra 's-9'. Import the sentra first, or mend the id.",
                "The row names no sentra. Fill in the sentra's id, or take the row out.",
            ]))
        #expect(try links() == [ProductLink(productID: "p-1", sentraID: "s-1")])
    }

    @Test("rejects a second reason for the same link")
    func twice() throws {
        let report = try fixture.importing("product_id,sentra_id,alasan\np-1,s-1,a\np-1,s-1,b", as: .links)
        #expect(report.causes == [.idTwice: 1])
        #expect(report.messages.first?.contains("has the same product and sentra.") == true)
    }

    @Test("from a column of a list of products, with one sentra or several")
    func column() throws {
        let text = "id,nama_produk,sentra_id\np-1,Tikar,s-1; s-2\np-2,Tas,\"s,3\"\np-3,Topi,\"s-2, s-1\"\np-4,Dodol,"
        let report = try fixture.importing(text, as: .products)
        #expect(report.counts == ImportBatch.Counts(read: 4, added: 2, updated: 2))
        #expect(
            try links().map { "\($0.productID) \($0.sentraID)" } == [
                "p-1 s-1", "p-1 s-2", "p-2 s,3", "p-3 s-1", "p-3 s-2",
            ])
        #expect(try fixture.importing(text, as: .products).counts.unchanged == 4)
        // A list without the column changes no link.
        try fixture.importing("id,nama_produk\np-1,Tikar besar", as: .products)
        #expect(try links().count == 5)
    }

    @Test("tells of every link that a list of products takes out")
    func removed() throws {
        try fixture.importing("product_id,sentra_id,link_reason\np-1,s-1,same page\np-1,s-2,guess")
        let report = try fixture.importing("id,nama_produk,sentra_id\np-1,Tikar,s-1", as: .products)
        #expect(report.counts.updated == 1 && report.causes == [.linkRemoved: 1])
        #expect(report.messages.first?.contains("linked with the sentra 's-2'") == true)
        #expect(try links() == [ProductLink(productID: "p-1", sentraID: "s-1", reason: "same page")])
    }

    @Test("rejects a product with a sentra that the catalog does not have, and keeps its links")
    func unknownInColumn() throws {
        try fixture.importing("product_id,sentra_id\np-1,s-1")
        let report = try fixture.importing("id,nama_produk,sentra_id\np-1,Tikar,s-1; s-8; s-9", as: .products)
        #expect(report.counts.rejected == 1 && report.causes == [.sentraUnknown: 2])
        #expect(try links() == [ProductLink(productID: "p-1", sentraID: "s-1")])
    }
}
