/// The table that records of one type are kept in, and the SQL statements for it.
///
/// After the columns of the content every table has `content_hash`, `batch_id` and `line`.
package struct RecordTable: Sendable {
    package let kind: ImportKind
    package let idColumn: String

    init(_ kind: ImportKind, idColumn: String = "id") {
        self.kind = kind
        self.idColumn = idColumn
    }

    var name: String { kind.tableName }
}

/// The statements of one table, as SQL.
struct RecordSQL: Sendable {
    /// Reads the content hash of one id.
    let hash: String
    /// Takes the values of all columns.
    let insertion: String
    /// Takes the values of all columns, then the id once more.
    let replacement: String
    /// Reads every record in byte order of its id.
    let selection: String
    /// Reads the record of one id.
    let selectionByID: String

    init<Record: CatalogRecord>(_: Record.Type) {
        let (name, id) = (Record.table.name, Record.table.idColumn)
        let columns = Record.columns() + ["content_hash", "batch_id", "line"]
        let list = columns.joined(separator: ", ")
        hash = "SELECT content_hash FROM \(name) WHERE \(id) = ?"
        insertion = "INSERT INTO \(name) (\(list)) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
        replacement = "UPDATE \(name) SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE \(id) = ?"
        selection = "SELECT \(list) FROM \(name) ORDER BY \(id)"
        selectionByID = "SELECT \(list) FROM \(name) WHERE \(id) = ?"
    }
}
