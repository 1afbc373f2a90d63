import GRDB

/// A walk over one table in byte order of its ids, one record in memory at a time.
struct RecordCursor<Record: StoredRecord> {
    private let rows: RowCursor
    private let files: [Int64: String]
    /// The record under the cursor with its content hash; nil after the last.
    private(set) var current: (record: Record, contentHash: Int64)?
    private(set) var currentID: String?

    init(_ database: Database, files: [Int64: String]) throws {
        self.files = files
        rows = try Row.fetchCursor(database.cachedStatement(sql: Record.table.selection))
        try advance()
    }

    mutating func advance() throws {
        guard let row = try rows.next() else {
            (current, currentID) = (nil, nil)
            return
        }
        var fields = FieldReader(row, files: files)
        current = (try Record(from: &fields), row[Record.table.columns.count])
        // Every table's first column is its id.
        currentID = row[0]
    }
}
