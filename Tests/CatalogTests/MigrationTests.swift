import Base
import GRDB
import TestSupport
import Testing

@testable import Catalog

@Suite("Migrations")
struct MigrationTests {
    @Test("bear names that never change, in their order")
    func names() {
        #expect(
            CatalogMigrations.migrator.migrations == [
                "import batches", "regions and villages", "sentra and products", "former names",
                "any kind of document", "outlets", "what pages tell", "links of products and sentra",
            ])
    }

    @Test(
        "lead from any earlier step to the same schema, keeping the rows",
        arguments: CatalogMigrations.migrator.migrations)
    func everyStep(step: String) throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/catalog.sqlite"
        do {
            let queue = try DatabaseQueue(path: path)
            try CatalogMigrations.migrator.migrate(queue, upTo: step)
            try queue.write {
                try $0.execute(
                    sql:
                        "INSERT INTO import_batches VALUES (1, 'a', '', '2026-01-01T00:00:00Z', 'sentra', 1, 1, 0, 0, 0)"
                )
            }
            try queue.close()
        }
        let catalog = try CatalogStore(path: path)
        #expect(try catalog.read { try $0.batches().map(\.file) } == ["a"])
        try catalog.close()
        let fresh = try CatalogFixture()
        #expect(try schema(path) == schema(fresh.catalog.path))
        withExtendedLifetime((directory, fresh)) {}
    }

    @Test("a catalog of a newer release is refused")
    func newer() throws {
        let fixture = try CatalogFixture()
        try fixture.catalog.close()
        let queue = try DatabaseQueue(path: fixture.catalog.path)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('of the future')") }
        try queue.close()
        let error = #expect(throws: CatalogError.self) { try CatalogStore(path: fixture.catalog.path) }
        #expect(error?.kind == .usage)
        #expect(error?.message.contains("written by a newer release") == true)
    }

    @Test("the catalog is kept with a write-ahead log, full syncs and foreign keys")
    func pragmas() throws {
        let fixture = try CatalogFixture()
        let found = try fixture.catalog.write { writer in
            try ["journal_mode", "synchronous", "foreign_keys"].map { try writer.pragma($0) }
        }
        #expect(found == ["wal", "2", "1"])
    }

    private func schema(_ path: String) throws -> [String] {
        try DatabaseQueue(path: path).read {
            try String.fetchAll($0, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
        }
    }
}
