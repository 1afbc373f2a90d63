import Base
import Catalog
import Foundation
import Geo
import TestSupport
import Testing

@Suite("The catalog")
struct CatalogStoreTests {
    @Test("gives back every record as it was put in, with its origin")
    func roundTrip() throws {
        let fixture = try CatalogFixture()
        try fixture.addAreas()
        try fixture.importing(.sentra, file: "sentra.csv") { writer, batch in
            [try writer.upsert(Samples.sentra, batch: batch, line: 7)]
        }
        try fixture.importing(.products, file: "products.csv") { writer, batch in
            [try writer.upsert(Samples.product, batch: batch, line: 9)]
        }
        try fixture.importing(.outlets, file: "outlets.csv") { writer, batch in
            [try writer.upsert(Samples.outlet, batch: batch, line: 3)]
        }

        var regions: [Region] = []
        var documents: [CatalogDocument] = []
        try fixture.catalog.read { snapshot in
            try snapshot.forEachRegion { regions.append($0) }
            try snapshot.forEachDocument { document, _ in documents.append(document) }
        }
        var village = Samples.village
        var sentra = Samples.sentra
        var product = Samples.product
        village.origin = RowOrigin(batchID: 2, file: "villages.csv", line: 2)
        sentra.origin = RowOrigin(batchID: 3, file: "sentra.csv", line: 7)
        product.origin = RowOrigin(batchID: 4, file: "products.csv", line: 9)
        var outlet = Samples.outlet
        outlet.origin = RowOrigin(batchID: 5, file: "outlets.csv", line: 3)
        #expect(documents == [.village(village), .outlet(outlet), .product(product), .sentra(sentra)])
        #expect(regions.map(\.origin?.line) == [2, 3, 4])
        for index in regions.indices { regions[index].origin = nil }
        #expect(regions == Samples.regions)
    }

    @Test("tells added, updated and unchanged rows apart, and forgets a batch that changed nothing")
    func upsert() throws {
        let fixture = try CatalogFixture()
        try fixture.addAreas()
        let state = try fixture.catalog.read { try $0.state() }
        #expect(
            try fixture.importing(.villages) { writer, batch in
                [try writer.upsert(Samples.village, batch: batch, line: 5)]
            } == [
                .unchanged
            ])
        #expect(try fixture.catalog.read { try $0.state() } == state)
        #expect(try fixture.catalog.read { try $0.batches().count } == 2)

        var renamed = Samples.village
        renamed.name = "Beringin A"
        #expect(
            try fixture.importing(.villages) { writer, batch in [try writer.upsert(renamed, batch: batch, line: 5)] }
                == [.updated])
        #expect(try fixture.catalog.write { try $0.record(Village.self, id: renamed.code)?.name } == "Beringin A")
        let batches = try fixture.catalog.read { try $0.batches() }
        #expect(batches.map(\.id) == [3, 2, 1])
        #expect(batches.first?.counts == ImportBatch.Counts(read: 1, updated: 1))
        #expect(batches.first?.importedAt == "2026-11-18T11:06:40Z")
        #expect(try fixture.catalog.read { try $0.state()[.villages].checksum } != state[.villages].checksum)
    }

    @Test("streams documents of all kinds in byte order of their ids, whatever the order of writing")
    func order() throws {
        let fixture = try CatalogFixture()
        try fixture.addAreas()
        let seed: UInt64 = 41
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        let ids = (0..<400).map { "\(["a", "Z", "é", "ł", "63.05", "~", "😀", "z"][$0 % 8])-\(String($0, radix: 36))" }
            .shuffled(
                using: &random)
        try fixture.importing(.sentra) { writer, batch in
            try ids.prefix(200).map { try writer.upsert(Sentra(id: $0, name: "S"), batch: batch, line: 1) }
        }
        try fixture.importing(.products) { writer, batch in
            try ids.suffix(200).map { try writer.upsert(Product(id: $0, name: "P"), batch: batch, line: 1) }
        }
        var streamed: [String] = []
        var counted = CatalogState()
        let state = try fixture.catalog.read { snapshot in
            try snapshot.forEachDocument { document, hash in
                streamed.append(document.id)
                #expect(document.record.contentHash == hash)
                counted[document.kind].add(contentHash: hash, isPlaced: document.record.positionSource != nil)
            }
            return try snapshot.state()
        }
        #expect(
            streamed
                == (ids + [Samples.village.code]).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
        for kind in ImportKind.allCases where kind.documentKind != nil { #expect(counted[kind] == state[kind]) }
        #expect(state[.villages].placed == 1)
        #expect(state[.sentra].placed == 0)
    }

    @Test("keeps nothing of a write that throws, nor of one that is not to be kept")
    func rollback() throws {
        struct Stop: Error {}
        let fixture = try CatalogFixture()
        try fixture.addAreas()
        let before = try fixture.catalog.read { try $0.state() }
        #expect(throws: Stop.self) {
            try fixture.importing(.sentra) { writer, batch in
                _ = try writer.upsert(Samples.sentra, batch: batch, line: 1)
                throw Stop()
            }
        }
        #expect(try fixture.catalog.read { try $0.state() } == before)
        let rehearsed = try fixture.catalog.write(keeping: { _ in false }) { writer in
            let batch = try writer.beginBatch(file: "x", kind: .sentra, at: CatalogFixture.now)
            _ = try writer.upsert(Samples.sentra, batch: batch, line: 1)
            return try writer.snapshot.state()[.sentra].count
        }
        #expect(rehearsed == 1)
        #expect(try fixture.catalog.read { try $0.state() } == before)
    }

    @Test("lists its sources with how many rows each gave")
    func sources() throws {
        let fixture = try CatalogFixture()
        try fixture.addAreas()
        let sources = try fixture.catalog.read { try $0.sources() }
        #expect(sources.map(\.file) == ["regions.csv", "villages.csv"])
        #expect(sources.map(\.rows) == [3, 1])
    }

    @Test("finds a former name again, and says so once only")
    func formerNames() throws {
        let fixture = try CatalogFixture()
        try fixture.addAreas()
        var former = FormerName(
            code: "63.05.02.2005", formerCode: "63.05.01.2005", formerName: "Beringin", validFrom: "1999",
            validUntil: "2008-07-17",
            source: "UU 2/2003")
        #expect(
            try fixture.importing(.formerNames) { writer, batch in [try writer.upsert(former, batch: batch, line: 2)] }
                == [.added])
        former.validUntil = "2009"
        #expect(
            try fixture.importing(.formerNames) { writer, batch in [try writer.upsert(former, batch: batch, line: 2)] }
                == [.updated])
        #expect(try fixture.catalog.read { try $0.formerNames() } == [former])
        #expect(try fixture.catalog.read { try $0.state()[.formerNames].count } == 1)
    }

    @Test("is opened again with what it held; where there is none, it says so and makes none")
    func reopening() throws {
        let fixture = try CatalogFixture()
        try fixture.addAreas()
        let state = try fixture.catalog.read { try $0.state() }
        try fixture.catalog.close()
        // Closed, the one file is the whole catalog.
        let copy = fixture.directory.path + "/copy.sqlite"
        try FileManager.default.copyItem(atPath: fixture.catalog.path, toPath: copy)
        #expect(try CatalogStore(path: copy, creating: false).read { try $0.state() } == state)
        #expect(try CatalogStore(path: fixture.catalog.path, creating: false).read { try $0.state() } == state)

        let nowhere = fixture.directory.path + "/none/catalog.sqlite"
        let error = #expect(throws: CatalogError.self) { try CatalogStore(path: nowhere, creating: false) }
        #expect(error?.kind == .noInput)
        #expect(
            error?.message
                == "There is no catalog at '\(nowhere)': import a list first, or name the data directory with --data.")
        #expect(!FileManager.default.fileExists(atPath: fixture.directory.path + "/none"))
    }

    @Test("refuses a file that is not a catalog, in words")
    func notADatabase() throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write(String(repeating: "nama;desa\n", count: 200), to: "catalog.sqlite")
        let error = #expect(throws: CatalogError.self) { try CatalogStore(path: file.path) }
        #expect(error?.kind == .data)
        #expect(
            error?.message
                == "The file '\(file.path)' is not a sound catalog (file is not a database): restore a backup.")
    }
}
