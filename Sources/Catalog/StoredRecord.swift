import GRDB

/// The table that records of one type are kept in: the columns of their content, in the order in which they are
/// written, read and hashed.
///
/// After them every table of rows that an import writes has `content_hash`, `batch_id` and `line`.
struct RecordTable: Sendable {
    let name: String
    let idColumn: String
    let columns: [String]

    static let placementColumns = [
        "place_text", "village_code", "district_code", "regency_code", "longitude", "latitude", "position_source",
        "position_accuracy_m",
    ]

    private var storedColumns: [String] { columns + ["content_hash", "batch_id", "line"] }

    var hashQuery: String { "SELECT content_hash FROM \(name) WHERE \(idColumn) = ?" }

    var insertion: String {
        let marks = storedColumns.map { _ in "?" }.joined(separator: ", ")
        return "INSERT INTO \(name) (\(storedColumns.joined(separator: ", "))) VALUES (\(marks))"
    }

    /// The values come in the order of the columns, the id among them, then the id once more.
    var replacement: String {
        "UPDATE \(name) SET \(storedColumns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE \(idColumn) = ?"
    }

    /// Every record in byte order of its id.
    var selection: String { "SELECT \(storedColumns.joined(separator: ", ")) FROM \(name) ORDER BY \(idColumn)" }

    var selectionByID: String { "SELECT \(storedColumns.joined(separator: ", ")) FROM \(name) WHERE \(idColumn) = ?" }
}

/// A record that is written to and read from one table.
///
/// Its fields are named in one place, so that storing, reading and hashing agree.
protocol StoredRecord: Sendable {
    static var table: RecordTable { get }
    func write(to fields: inout FieldWriter)
    init(from fields: inout FieldReader) throws
}

extension StoredRecord {
    /// The values of the columns and the hash over them.
    func encoded() -> (values: [DatabaseValue], contentHash: Int64) {
        var writer = FieldWriter(columns: Self.table.columns)
        write(to: &writer)
        return (writer.values, writer.hash.value)
    }

    /// The stable hash of the record's content; its origin is not part of it.
    package var contentHash: Int64 { encoded().contentHash }
}
