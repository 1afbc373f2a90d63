import Base
import Foundation
import GRDB

/// The system of record: one SQLite file that imports write and everything else reads.
///
///     let catalog = try CatalogStore(path: "banua-data/catalog.sqlite")
///     try catalog.write { try $0.upsert(village, batch: batch, line: 2) }
///     try catalog.read { try $0.state().villages.count }
///
/// Writers wait for each other for up to ten seconds; readers wait for nobody (write-ahead log). A `write` is one
/// transaction: whatever stops it, even SIGKILL, the catalog is as it was before.
package final class CatalogStore: Sendable {
    /// What the catalog's file is called in a data directory.
    package static let fileName = "catalog.sqlite"

    package let path: String
    private let pool: DatabasePool

    /// Opens a catalog and brings its schema up to this release.
    ///
    /// - Throws: `CatalogError` of kind `noInput` if there is none and `creating` is false, of kind `usage` if a
    /// newer release wrote it.
    package init(path: String, creating: Bool = true) throws {
        self.path = path
        guard creating || FileManager.default.fileExists(atPath: path) else { throw CatalogError.missing(path) }
        pool = try Self.translating(path) {
            try FileManager.default.createDirectory(
                at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
            let pool = try DatabasePool(path: path, configuration: Self.configuration)
            // GRDB sets NORMAL with a write-ahead log; here a commit is on the disk before an import says that it is
            // done.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try Self.migrate(pool, path: path)
            return pool
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "catalog"
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 4
        // An error names the statement and never the values: they are the users'.
        configuration.publicStatementArguments = false
        configuration.prepareDatabase { database in
            // 16 MB of pages for each connection, and temporary tables on the disk: memory stays flat whatever the size
            // of a list.
            try database.execute(sql: "PRAGMA cache_size = -16384; PRAGMA temp_store = FILE")
        }
        return configuration
    }

    private static func migrate(_ pool: DatabasePool, path: String) throws {
        let migrator = CatalogMigrations.migrator
        guard try pool.read({ try !migrator.hasBeenSuperseded($0) }) else { throw CatalogError.newer(path) }
        guard try pool.read({ try !migrator.hasCompletedMigrations($0) }) else { return }
        try migrator.migrate(pool)
    }

    /// Reads one consistent state of the catalog, whatever is written meanwhile.
    package func read<Result>(_ body: (CatalogSnapshot) throws -> Result) throws -> Result {
        try Self.translating(path) {
            try pool.read { try body(CatalogSnapshot($0)) }
        }
    }

    /// Writes in one transaction: committed if `body` returns something to keep, rolled back otherwise and if
    /// it throws.
    ///
    ///     try catalog.write(keeping: { _ in false }) { try importAll($0) }      // a dry run
    package func write<Result>(
        keeping isKept: (Result) -> Bool = { _ in true }, _ body: (CatalogWriter) throws -> Result
    ) throws -> Result {
        try Self.translating(path) {
            try pool.writeWithoutTransaction { database in
                try database.beginTransaction(.immediate)
                do {
                    let result = try body(CatalogWriter(database))
                    try isKept(result) ? database.commit() : database.rollback()
                    return result
                } catch {
                    // The first error is reported; a failing rollback has the same cause, and closing
                    // the file rolls back too.
                    try? database.rollback()
                    throw error
                }
            }
        }
    }

    /// Closes the file; the write-ahead log is folded into it.
    ///
    /// Reads and writes that follow fail.
    package func close() throws {
        try Self.translating(path) {
            // Readers close after the writer, and only the last connection to close would fold the log: it is done
            // here.
            try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            try pool.close()
        }
    }

    private static func translating<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw CatalogError.from(error, path: path)
        } catch let error as CocoaError {
            throw CatalogError(
                kind: .inputOutput,
                message: "The folder of the catalog '\(path)' cannot be made (\(error.localizedDescription)).")
        }
    }
}
