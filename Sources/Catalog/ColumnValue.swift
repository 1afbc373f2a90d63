import GRDB
import JSON

/// A value that one column of the catalog can hold.
///
/// The three types of SQLite are the base: a type is stored as a text, an integer or a real, or not at all.
package protocol ColumnValue {
    /// The value that is written to the column.
    var columnValue: DatabaseValue { get }
    /// Adds what is written to the content hash; adds nothing for null.
    func hash(into hash: inout ContentHash, column: String)
    /// Reads a column; nil if it holds something that the type cannot be.
    init?(_ row: Row, column: Int)
}

extension String: ColumnValue {
    package var columnValue: DatabaseValue { databaseValue }
    package func hash(into hash: inout ContentHash, column: String) { hash.add(column: column, text: self) }
    package init?(_ row: Row, column: Int) {
        guard let text: String = row[column] else { return nil }
        self = text
    }
}

extension Int: ColumnValue {
    package var columnValue: DatabaseValue { databaseValue }
    package func hash(into hash: inout ContentHash, column: String) { hash.add(column: column, integer: Int64(self)) }
    package init?(_ row: Row, column: Int) {
        guard let number: Int = row[column] else { return nil }
        self = number
    }
}

extension Double: ColumnValue {
    package var columnValue: DatabaseValue { databaseValue }
    package func hash(into hash: inout ContentHash, column: String) { hash.add(column: column, real: self) }
    package init?(_ row: Row, column: Int) {
        guard let number: Double = row[column] else { return nil }
        self = number
    }
}

/// Stored as 0 or 1.
extension Bool: ColumnValue {
    package var columnValue: DatabaseValue { (self ? 1 : 0).columnValue }
    package func hash(into hash: inout ContentHash, column: String) { (self ? 1 : 0).hash(into: &hash, column: column) }
    package init?(_ row: Row, column: Int) {
        guard let number = Int(row, column: column) else { return nil }
        self = number != 0
    }
}

/// Null is nil, and only null is.
extension Optional: ColumnValue where Wrapped: ColumnValue {
    package var columnValue: DatabaseValue { self?.columnValue ?? .null }
    package func hash(into hash: inout ContentHash, column: String) { self?.hash(into: &hash, column: column) }
    package init?(_ row: Row, column: Int) {
        // Most columns of a record are null, and telling so is quicker than reading a value.
        guard !row.hasNull(atIndex: column) else {
            self = .none
            return
        }
        guard let value = Wrapped(row, column: column) else { return nil }
        self = .some(value)
    }
}

extension RawRepresentable where Self: ColumnValue, RawValue == String {
    package var columnValue: DatabaseValue { rawValue.columnValue }
    package func hash(into hash: inout ContentHash, column: String) { rawValue.hash(into: &hash, column: column) }
    package init?(_ row: Row, column: Int) {
        guard let text = String(row, column: column) else { return nil }
        self.init(rawValue: text)
    }
}

/// A value that is stored as JSON; an empty one is stored as null.
package protocol JSONColumnValue: ColumnValue {
    var isEmpty: Bool { get }
    var json: JSONValue { get }
    init()
    /// Nil if the JSON has another form.
    init?(json: JSONValue)
}

extension JSONColumnValue {
    private var text: String? { isEmpty ? nil : json.text }
    package var columnValue: DatabaseValue { text.columnValue }
    package func hash(into hash: inout ContentHash, column: String) { text.hash(into: &hash, column: column) }
    package init?(_ row: Row, column: Int) {
        guard let text = String(row, column: column) else {
            guard row.hasNull(atIndex: column) else { return nil }
            self.init()
            return
        }
        // The reader reports a text that is not JSON, with the column's name.
        guard let json = try? JSONValue(parsing: text) else { return nil }
        self.init(json: json)
    }
}

/// A list of texts.
extension Array: ColumnValue, JSONColumnValue where Element == String {
    package var json: JSONValue { .array(map(JSONValue.string)) }
    package init?(json: JSONValue) {
        guard let array = json.array else { return nil }
        self = array.compactMap(\.string)
    }
}
