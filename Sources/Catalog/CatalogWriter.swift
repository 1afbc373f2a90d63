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
    private var statements: [String: TableStatements] = [:]
    var lookedUp: (table: String, id: DatabaseValue, hash: Int64?)?
    var batchRows: (insertion: Statement, selection: Statement)?

    init(_ database: Database) {
        self.database = database
    }

    /// The catalog as it is within this transaction.
    package var snapshot: CatalogSnapshot { CatalogSnapshot(database) }

    /// Writes a part that can be taken back by itself: kept where `body` returns something to be kept.
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

    /// Starts the batch that the rows to come belong to.
    ///
    /// - Parameter file: the file's name, for people.
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
                UPDATE import_batches SET checksum_sha256 = ?, rows_read = ?, rows_added = ?, rows_updated = ?, rows_unchanged = ?,
                rows_rejected = ? WHERE id = ?
                """,
            arguments: [
                checksumSHA256, counts.read, counts.added, counts.updated, counts.unchanged, counts.rejected, id,
            ])
    }

    // MARK: Rows

    /// Adds a region, or replaces the one with its code where the content differs.
    ///
    /// Throws: `CatalogError` of kind `data` where the schema refuses the row; the transaction can go on without it. So
    /// for all kinds.
    package func upsert(_ region: Region, batch: Int64, line: Int) throws -> UpsertOutcome {
        try store(region, batch, line)
    }
    package func upsert(_ village: Village, batch: Int64, line: Int) throws -> UpsertOutcome {
        try store(village, batch, line)
    }
    package func upsert(_ sentra: Sentra, batch: Int64, line: Int) throws -> UpsertOutcome {
        try store(sentra, batch, line)
    }
    package func upsert(_ product: Product, batch: Int64, line: Int) throws -> UpsertOutcome {
        try store(product, batch, line)
    }
    package func upsert(_ former: FormerName, batch: Int64, line: Int) throws -> UpsertOutcome {
        try store(former, batch, line)
    }

    private func store<Record: StoredRecord>(_ record: Record, _ batch: Int64, _ line: Int) throws -> UpsertOutcome {
        let statements = try statements(of: Record.table)
        let (values, hash) = record.encoded()
        let id = values[0]
        let stored = try storedHash(Record.table, id)
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
            self.statements[Record.table.name] = nil
            throw CatalogError.refused(
                String.fromDatabaseValue(id) ?? "", table: Record.table.name,
                reason: error.message ?? "a constraint of the schema")
        }
        return stored == nil ? .added : .updated
    }

    // MARK: What is there

    /// The content hash of the row that has this id, where there is one.
    ///
    /// An importer looks a row up before it stores it: the last answer is kept.
    private func storedHash(_ table: RecordTable, _ id: DatabaseValue) throws -> Int64? {
        if let lookedUp, lookedUp.table == table.name, lookedUp.id == id { return lookedUp.hash }
        let statement = try statements(of: table).hash
        statement.bind([id])
        let hash = try Int64.fetchOne(statement)
        lookedUp = (table.name, id, hash)
        return hash
    }

    /// True where the catalog has a sentra of that id.
    package func hasSentra(id: String) throws -> Bool {
        try storedHash(Sentra.table, id.databaseValue) != nil
    }

    /// What kind of document has this id, where one has it.
    package func kind(ofDocument id: String) throws -> ImportKind? {
        let kinds: [(RecordTable, ImportKind)] = [
            (Sentra.table, .sentra), (Product.table, .products), (Village.table, .villages),
        ]
        return try kinds.first { table, _ in try storedHash(table, id.databaseValue) != nil }?.1
    }

    /// The value of one of SQLite's settings on this connection.
    func pragma(_ name: String) throws -> String? {
        try String.fetchOne(database, sql: "PRAGMA \(name)")
    }

    package func region(code: String) throws -> Region? { try record(code) }
    package func village(code: String) throws -> Village? { try record(code) }
    package func sentra(id: String) throws -> Sentra? { try record(id) }
    package func product(id: String) throws -> Product? { try record(id) }

    private func record<Record: StoredRecord>(_ id: String) throws -> Record? {
        // Most ids asked for are new: a look at the hash alone costs a third of a look at the row.
        guard try storedHash(Record.table, id.databaseValue) != nil else { return nil }
        let row = try Row.fetchOne(try statements(of: Record.table).selection, arguments: [id])
        return try row.map { row in
            var fields = FieldReader(row, files: [:])
            return try Record(from: &fields)
        }
    }

    private func statements(of table: RecordTable) throws -> TableStatements {
        if let known = statements[table.name] { return known }
        let made = try TableStatements(table, database)
        statements[table.name] = made
        return made
    }
}

/// The statements for one table, compiled once in a transaction.
private struct TableStatements {
    let hash: Statement
    let selection: Statement
    let insertion: Statement
    let replacement: Statement

    init(_ table: RecordTable, _ database: Database) throws {
        hash = try database.makeStatement(sql: table.hashQuery)
        selection = try database.makeStatement(sql: table.selectionByID)
        insertion = try database.makeStatement(sql: table.insertion)
        replacement = try database.makeStatement(sql: table.replacement)
    }
}
