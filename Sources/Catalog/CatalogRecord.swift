import GRDB
import Geo

/// A record that the catalog keeps in a table of its own.
///
///     extension Village: CatalogRecord {
///         package static let table = RecordTable(.villages, idColumn: "code")
///         package mutating func visitColumns<Visitor: ColumnVisitor>(_ visit: inout Visitor) throws(Visitor.Failure) {
///             try visit("code", &code)
///             try visit("name", &name)
///         }
///     }
///
/// `visitColumns` is the only list of a record's columns: the table's statements, storing, reading and hashing all
/// follow it. The first column is the id. Their order and names are part of the content hash and never change; a new
/// column may come anywhere, because a column that is null adds nothing to the hash.
package protocol CatalogRecord: Sendable, Hashable {
    static var table: RecordTable { get }
    /// A record without content, for a reader to fill.
    static var blank: Self { get }

    mutating func visitColumns<Visitor: ColumnVisitor>(_ visit: inout Visitor) throws(Visitor.Failure)

    /// The row it was last written from; nil for records that do not keep it.
    var origin: RowOrigin? { get set }
    /// How its coordinate was found; nil if it has none.
    var positionSource: PositionSource? { get }
}

/// A record of an area, known by its code: a region or a village.
package protocol AreaRecord: CatalogRecord {
    var code: String { get set }
    var name: String { get set }
    var coordinate: Coordinate? { get set }
    /// How far an independent source puts the position, in metres.
    var positionAccuracyMetres: Double? { get set }
}

extension AreaRecord {
    package var positionSource: PositionSource? { coordinate == nil ? nil : .own }
}

/// A record that has a placement: sentra, products and outlets.
package protocol PlacedRecord: CatalogRecord {
    var id: String { get set }
    var placement: Placement { get set }
}

extension PlacedRecord {
    package var positionSource: PositionSource? { placement.source }
}

/// Goes over the columns of a record in their order and does something with each: takes its name, writes it, or
/// fills it.
package protocol ColumnVisitor {
    associatedtype Failure: Error
    mutating func callAsFunction<Value: ColumnValue>(_ column: String, _ value: inout Value) throws(Failure)
}

extension CatalogRecord {
    /// The names of the columns.
    static func columns() -> [String] {
        var names = ColumnNames()
        var blank = blank
        blank.visitColumns(&names)
        return names.names
    }

    /// The values of the columns and the hash over them.
    func encoded() -> (values: [DatabaseValue], contentHash: Int64) {
        var writer = ColumnWriter()
        var record = self
        record.visitColumns(&writer)
        return (writer.values, writer.hash.value)
    }

    /// The stable hash of the record's content; its origin is not part of it.
    package var contentHash: Int64 { encoded().contentHash }

    /// Reads a record from the columns of `RecordTable.selection`.
    ///
    /// `files` has the name of the imported file of each batch.
    ///
    /// - Throws: `CatalogError` of kind data if a column holds what its type cannot be.
    init(_ row: Row, files: [Int64: String]) throws(CatalogError) {
        self = Self.blank
        var reader = ColumnReader(row)
        try visitColumns(&reader)
        origin = reader.origin(files: files)
    }
}

private struct ColumnNames: ColumnVisitor {
    private(set) var names: [String] = []

    mutating func callAsFunction<Value: ColumnValue>(_ column: String, _ value: inout Value) {
        names.append(column)
    }
}

private struct ColumnWriter: ColumnVisitor {
    private(set) var values: [DatabaseValue] = []
    private(set) var hash = ContentHash()

    init() {
        values.reserveCapacity(48)
    }

    mutating func callAsFunction<Value: ColumnValue>(_ column: String, _ value: inout Value) {
        value.hash(into: &hash, column: column)
        values.append(value.columnValue)
    }
}

private struct ColumnReader: ColumnVisitor {
    private let row: Row
    private var position = 0

    init(_ row: Row) {
        self.row = row
    }

    mutating func callAsFunction<Value: ColumnValue>(_ column: String, _ value: inout Value) throws(CatalogError) {
        guard let found = Value(row, column: position) else {
            throw CatalogError.unreadable(column: column, value: String.fromDatabaseValue(row[position]))
        }
        value = found
        position += 1
    }

    /// The columns after the content: the hash, the batch and the line.
    func origin(files: [Int64: String]) -> RowOrigin? {
        guard let batch: Int64 = row[position + 1], let line: Int = row[position + 2] else { return nil }
        return RowOrigin(batchID: batch, file: files[batch, default: ""], line: line)
    }
}
