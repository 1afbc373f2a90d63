import GRDB

/// A walk over the documents of one kind in byte order of their ids.
protocol DocumentCursor: AnyObject {
    /// The document under the cursor with its content hash; nil after the last.
    var current: (document: CatalogDocument, contentHash: Int64)? { get }
    var currentID: String? { get }
    func advance() throws
}

/// A walk over one table in byte order of its ids; one record is in memory at a time.
final class RecordCursor<Record: CatalogRecord, Element> {
    private let rows: RowCursor
    private let files: [Int64: String]
    private let hashColumn: Int
    private let wrap: (Record) -> Element
    private(set) var current: (document: Element, contentHash: Int64)?
    private(set) var currentID: String?

    /// Creates a cursor whose elements `wrap` makes from records.
    ///
    /// `files` has the name of the imported file of each batch.
    init(_ database: Database, files: [Int64: String], as wrap: @escaping (Record) -> Element) throws {
        self.files = files
        self.wrap = wrap
        hashColumn = Record.columns().count
        rows = try Row.fetchCursor(database.cachedStatement(sql: RecordSQL(Record.self).selection))
        try advance()
    }

    func advance() throws {
        guard let row = try rows.next() else {
            (current, currentID) = (nil, nil)
            return
        }
        current = (wrap(try Record(row, files: files)), row[hashColumn])
        // Every table's first column is its id.
        currentID = row[0]
    }
}

extension RecordCursor: DocumentCursor where Element == CatalogDocument {}
