import Base
import Foundation
import GRDB

/// What an upsert did.
package enum UpsertOutcome: Sendable, Hashable {
    case added, updated, unchanged
}

/// Writes rows within one transaction of `CatalogStore.write`; not to be kept beyond it.
package final class CatalogWriter {
    let database: Database
    private var statements: [ImportKind: RecordStatements] = [:]
    var lookedUp: (kind: ImportKind, id: DatabaseValue, hash: Int64?)?
    var batchRows: (insertion: Statement, selection: Statement)?

    init(_ database: Database) {
        self.database = database
    }

    /// The catalog as it is within this transaction.
    package var snapshot: CatalogSnapshot { CatalogSnapshot(database) }

    /// Writes a part that can be taken back by itself: kept if `body` returns something to keep.
    package func part<Result>(keeping isKept: (Result) -> Bool, _ body: () throws -> Result) throws -> Result {
        var result: Result?
        try database.inSavepoint {
            let made = try body()
            result = made
            return isKept(made) ? .commit : .rollback
        }
        lookedUp = nil
        guard let result else {
            throw CatalogError(kind: .internal, message: "A part of a transaction ended without a result.")
        }
        return result
    }

    // MARK: Batches

    /// Starts the batch of the following rows, and returns its number.
    ///
    /// `file` is the name of the file for people.
    package func beginBatch(file: String, kind: ImportKind, at date: Date) throws -> Int64 {
        try forgetBatchRows()
        try database.execute(
            sql: "INSERT INTO import_batches (file, checksum_sha256, imported_at, kind) VALUES (?, '', ?, ?)",
            arguments: [file, date.formatted(.iso8601), kind.rawValue])
        return database.lastInsertedRowID
    }

    /// Completes a batch.
    ///
    /// One that changed nothing leaves no trace: the same file again leaves the catalog as it was.
    package func finishBatch(_ id: Int64, checksumSHA256: String, counts: ImportBatch.Counts) throws {
        guard counts.added + counts.updated > 0 else {
            return try database.execute(sql: "DELETE FROM import_batches WHERE id = ?", arguments: [id])
        }
        try database.execute(
            sql: """
                UPDATE import_batches SET checksum_sha256 = ?, rows_read = ?, rows_added = ?, rows_updated = ?,
                rows_unchanged = ?, rows_rejected = ? WHERE id = ?
                """,
            arguments: [
                checksumSHA256, counts.read, counts.added, counts.updated, counts.unchanged, counts.rejected, id,
            ])
    }

    // MARK: Rows

    /// Adds a record, or replaces the one with its id if the content differs.
    ///
    /// - Throws: `CatalogError` of kind data if the schema refuses the row; the transaction can go on without it.
    package func upsert<Record: CatalogRecord>(_ record: Record, batch: Int64, line: Int) throws -> UpsertOutcome {
        let statements = try statements(of: Record.self)
        let (values, hash) = record.encoded()
        let id = values[0]
        let stored = try storedHash(Record.self, id)
        lookedUp = nil
        if stored == hash { return .unchanged }
        var arguments = values + [hash.databaseValue, batch.databaseValue, line.databaseValue]
        if stored != nil { arguments.append(id) }
        do {
            let statement = stored == nil ? statements.insertion : statements.replacement
            statement.bind(arguments)
            try statement.execute()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            // A statement that failed reports its failure once more when it is run again: it is compiled anew.
            self.statements[Record.table.kind] = nil
            throw try refusal(of: String.fromDatabaseValue(id) ?? "", Record.table, error)
        }
        return stored == nil ? .added : .updated
    }

    private func refusal(of id: String, _ table: RecordTable, _ error: DatabaseError) throws -> CatalogError {
        if let other = try kind(ofDocument: id), other != table.kind {
            return .refused(id, table: table.name, reason: "the catalog has a row of \(other.rawValue) with that id")
        }
        return .refused(id, table: table.name, reason: error.message ?? "a constraint of the schema")
    }

    // MARK: What is there

    /// The content hash of the row that has this id; nil if there is none.
    ///
    /// An importer looks a row up before it stores it: the last answer is kept.
    private func storedHash<Record: CatalogRecord>(_: Record.Type, _ id: DatabaseValue) throws -> Int64? {
        if let lookedUp, lookedUp.kind == Record.table.kind, lookedUp.id == id { return lookedUp.hash }
        let statement = try statements(of: Record.self).hash
        statement.bind([id])
        let hash = try Int64.fetchOne(statement)
        lookedUp = (Record.table.kind, id, hash)
        return hash
    }

    /// True if the catalog has a record of that id.
    package func has<Record: CatalogRecord>(_: Record.Type, id: String) throws -> Bool {
        try storedHash(Record.self, id.databaseValue) != nil
    }

    /// The kind of the document that has this id; nil if none has.
    package func kind(ofDocument id: String) throws -> ImportKind? {
        try ImportKind.allCases.first { kind in
            try kind.documentKind != nil && has(kind.recordType, id: id)
        }
    }

    /// The record that has this id; nil if there is none.
    package func record<Record: CatalogRecord>(_: Record.Type = Record.self, id: String) throws -> Record? {
        // Most ids asked for are new: a look at the hash alone costs a third of a look at the row.
        guard try has(Record.self, id: id) else { return nil }
        let row = try Row.fetchOne(try statements(of: Record.self).selection, arguments: [id])
        return try row.map { try Record($0, files: [:]) }
    }

    /// The value of one of SQLite's settings on this connection.
    func pragma(_ name: String) throws -> String? {
        try String.fetchOne(database, sql: "PRAGMA \(name)")
    }

    private func statements<Record: CatalogRecord>(of _: Record.Type) throws -> RecordStatements {
        if let known = statements[Record.table.kind] { return known }
        let made = try RecordStatements(RecordSQL(Record.self), database)
        statements[Record.table.kind] = made
        return made
    }
}

/// The compiled statements of one table.
private struct RecordStatements {
    let hash: Statement
    let selection: Statement
    let insertion: Statement
    let replacement: Statement

    init(_ sql: RecordSQL, _ database: Database) throws {
        hash = try database.makeStatement(sql: sql.hash)
        selection = try database.makeStatement(sql: sql.selectionByID)
        insertion = try database.makeStatement(sql: sql.insertion)
        replacement = try database.makeStatement(sql: sql.replacement)
    }
}
