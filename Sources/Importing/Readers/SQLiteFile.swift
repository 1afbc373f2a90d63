import CSQLite
import Foundation

/// An SQLite file that is opened read-only, and as immutable if possible.
///
/// It is not a `DatabaseQueue` of GRDB, because a row reader keeps its statement between calls. Cursors of GRDB must not
/// leave a database access, and GRDB cannot open an immutable database without global URI support of SQLite.
final class SQLiteFile {
    private let handle: OpaquePointer
    let path: String

    init(path: String) throws {
        self.path = path
        // An immutable database needs no locks and no sidecar files. It ignores a write-ahead log.
        let isImmutable = !FileManager.default.fileExists(atPath: path + "-wal")
        let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2("file:\(escaped)?\(isImmutable ? "immutable=1" : "mode=ro")", &opened, flags, nil)
        guard let opened, code == SQLITE_OK else {
            sqlite3_close_v2(opened)
            throw ImportingError.unreadable(path, reason: String(cString: sqlite3_errstr(code)))
        }
        handle = opened
    }

    deinit {
        sqlite3_close_v2(handle)
    }

    func prepare(_ sql: String, _ arguments: [String] = []) throws -> SQLiteRows {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
        guard code == SQLITE_OK, let statement else { throw failure() }
        for (index, argument) in arguments.enumerated() {
            // SQLITE_TRANSIENT makes SQLite copy the text, which is only valid during the call.
            sqlite3_bind_text(
                statement, Int32(index + 1), argument, -1, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
        }
        return SQLiteRows(statement: statement, file: self)
    }

    /// The first column of the first row.
    func integer(_ sql: String) throws -> Int64 {
        let rows = try prepare(sql)
        return try rows.next() ? rows.integer(0) : 0
    }

    fileprivate func failure() -> ImportingError {
        .damagedDatabase(path, reason: String(cString: sqlite3_errmsg(handle)))
    }

    /// The name as a quoted SQL identifier.
    static func quoted(_ name: String) -> String {
        "\"" + name.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
}

/// The rows of a statement, one at a time.
final class SQLiteRows {
    private let statement: OpaquePointer
    private let file: SQLiteFile

    fileprivate init(statement: OpaquePointer, file: SQLiteFile) {
        self.statement = statement
        self.file = file
    }

    deinit {
        sqlite3_finalize(statement)
    }

    func next() throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        default: throw file.failure()
        }
    }

    func integer(_ column: Int) -> Int64 {
        sqlite3_column_int64(statement, Int32(column))
    }

    /// The value as text.
    ///
    /// Null and blobs are empty; whole numbers have no fraction.
    func text(_ column: Int) -> String {
        let column = Int32(column)
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: return String(sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: return Self.text(of: sqlite3_column_double(statement, column))
        case SQLITE_TEXT:
            guard let bytes = sqlite3_column_text(statement, column) else { return "" }
            let count = Int(sqlite3_column_bytes(statement, column))
            return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
        default: return ""
        }
    }

    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
    }

    /// Calls `body` with the bytes of a blob.
    func withBlob<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        let start = sqlite3_column_blob(statement, Int32(column))
        let count = Int(sqlite3_column_bytes(statement, Int32(column)))
        return try body(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// The number without ".0" if it is whole, because number columns may contain codes.
    private static func text(of number: Double) -> String {
        Int64(exactly: number).flatMap { abs($0) < 1 << 53 ? String($0) : nil } ?? "\(number)"
    }
}
