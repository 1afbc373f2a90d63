import GRDB

/// A row of the batch under way that took an id.
package struct BatchRow: Sendable, Hashable {
    package var line: Int
    /// A hash of the row as written in its file.
    package var digest: UInt64

    package init(line: Int, digest: UInt64) {
        self.line = line
        self.digest = digest
    }
}

extension CatalogWriter {
    /// Notes that a row of the present batch has this id; an earlier row that has it is returned, and remains the one
    /// that has it.
    ///
    /// The notes are kept in a temporary table, so that memory stays flat over any number of rows; they end with the
    /// batch.
    package func claim(id: String, for row: BatchRow) throws -> BatchRow? {
        let statements = try batchRowStatements()
        let digest = Int64(bitPattern: row.digest)
        statements.insertion.bind([id.databaseValue, row.line.databaseValue, digest.databaseValue])
        try statements.insertion.execute()
        guard database.changesCount == 0 else { return nil }
        return try Row.fetchOne(statements.selection, arguments: [id]).map { row in
            BatchRow(line: row[0], digest: UInt64(bitPattern: row[1]))
        }
    }

    func forgetBatchRows() throws {
        try database.execute(
            sql: """
                CREATE TEMPORARY TABLE IF NOT EXISTS batch_rows (id TEXT PRIMARY KEY, line INTEGER, digest INTEGER)
                WITHOUT ROWID;
                DELETE FROM temp.batch_rows
                """)
    }

    private func batchRowStatements() throws -> (insertion: Statement, selection: Statement) {
        if let known = batchRows { return known }
        let made = (
            insertion: try database.makeStatement(sql: "INSERT OR IGNORE INTO temp.batch_rows VALUES (?, ?, ?)"),
            selection: try database.makeStatement(sql: "SELECT line, digest FROM temp.batch_rows WHERE id = ?")
        )
        batchRows = made
        return made
    }
}
