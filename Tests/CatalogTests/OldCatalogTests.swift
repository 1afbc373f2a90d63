import Base
import Catalog
import Foundation
import TestSupport
import Testing

/// A catalog that the program wrote before sentra had the columns of public pages, and links a table.
///
/// `Fixtures/README.md` tells how it was made.
@Suite("A catalog of the version before")
struct OldCatalogTests {
    private let directory: TemporaryDirectory
    private let catalog: CatalogStore

    init() throws {
        directory = try TemporaryDirectory()
        let source = try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures/catalog-6-steps.sqlite")
        let copy = try directory.write(Data(contentsOf: source), to: CatalogStore.fileName)
        catalog = try CatalogStore(path: copy.path)
    }

    private func documents() throws -> [(document: CatalogDocument, hash: Int64)] {
        var documents: [(CatalogDocument, Int64)] = []
        try catalog.read { snapshot in try snapshot.forEachDocument { documents.append(($0, $1)) } }
        return documents
    }

    @Test("keeps its rows")
    func rows() throws {
        let ids = try documents().map(\.document.id)
        #expect(
            ids == [
                "63.05.04.1001", "63.05.05.2001", "63.05.05.2003", "outlet-1", "produk-1", "produk-2", "produk-3",
                "sentra-1", "sentra-2",
            ])
        let sentra = try catalog.write { try $0.record(Sentra.self, id: "sentra-1") }
        #expect(sentra?.extra == ["tahun_berdiri": "1998", "bahan_baku": "purun danau", "omzet": "besar"])
        #expect(sentra?.otherNames == ["Kampung Purun", "Anyaman Ulu"] && sentra?.workers == 40)
        #expect(sentra?.foundedYear == nil && sentra?.moreSources == [])
        let product = try catalog.write { try $0.record(Product.self, id: "produk-1") }
        #expect(product?.price?.maxRupiah == 35_000 && product?.extra == ["ekspor": "Jepang"])
        #expect(try catalog.read { try $0.formerNames() }.map(\.formerName) == ["Margasari Ulu"])
        #expect(try catalog.read { try $0.batches() }.map(\.file).first == "outlets.csv")
    }

    @Test("has the sentra of its products as links")
    func links() throws {
        #expect(
            try catalog.read { try $0.links() } == [
                ProductLink(productID: "produk-1", sentraID: "sentra-1"),
                ProductLink(productID: "produk-2", sentraID: "sentra-1"),
            ])
    }

    @Test("has the content hash of every row")
    func hashes() throws {
        for (document, hash) in try documents() {
            #expect(document.record.contentHash == hash, "\(document.id)")
        }
        func sum(_ records: [any CatalogRecord]) -> UInt64 {
            records.reduce(0) { $0 &+ UInt64(bitPattern: $1.contentHash) }
        }
        let state = try catalog.read { try $0.state() }
        var regions: [any CatalogRecord] = []
        try catalog.read { snapshot in try snapshot.forEachRegion { regions.append($0) } }
        #expect(state[.regions].checksum == sum(regions) && regions.count == 4)
        #expect(try state[.links].checksum == sum(catalog.read { try $0.links() }))
        #expect(try state[.formerNames].checksum == sum(catalog.read { try $0.formerNames() }))
    }
}
