import CSQLite

/// A prepared statement: bind, step, read.
///
/// Reset before every run, so that an error in one leaves nothing behind for the next.
final class SQLStatement {
    private let database: Database
    private let sql: String
    let handle: OpaquePointer

    init(_ database: Database, _ sql: String, persistent: Bool) throws {
        self.database = database
        self.sql = sql
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v3(
            database.handle, sql, -1, persistent ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0, &handle, nil)
        guard code == SQLITE_OK, let handle else { throw database.error(code, sql: sql) }
        self.handle = handle
    }

    deinit {
        sqlite3_finalize(handle)
    }

    @discardableResult
    func bind(_ index: CInt, _ value: Int) throws -> Self {
        try check(sqlite3_bind_int64(handle, index, Int64(value)))
    }

    @discardableResult
    func bind(_ index: CInt, _ value: Double?) throws -> Self {
        guard let value else { return try check(sqlite3_bind_null(handle, index)) }
        return try check(sqlite3_bind_double(handle, index, value))
    }

    /// Binds a copy of the text.
    @discardableResult
    func bind(_ index: CInt, _ value: String?) throws -> Self {
        guard var value else { return try check(sqlite3_bind_null(handle, index)) }
        let code = value.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text64(
                    handle, index, $0.baseAddress ?? Self.empty, UInt64($0.count), Self.transient, UInt8(SQLITE_UTF8))
            }
        }
        return try check(code)
    }

    @discardableResult
    func bind(_ index: CInt, bytes: UnsafeRawBufferPointer) throws -> Self {
        guard let base = bytes.baseAddress else { return try check(sqlite3_bind_zeroblob(handle, index, 0)) }
        return try check(sqlite3_bind_blob64(handle, index, base, UInt64(bytes.count), Self.transient))
    }

    /// Goes to the next row; false after the last.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            let error = database.error(code, sql: sql)
            sqlite3_reset(handle)
            throw error
        }
    }

    /// Makes the statement ready for the next run; bindings stay until they are bound anew.
    func reset() {
        sqlite3_reset(handle)
    }

    /// Runs a statement that answers no rows that matter, and resets it.
    func run() throws {
        defer { reset() }
        while try step() {}
    }

    /// Runs the statement and hands over every row, while the body says true.
    func forEachRow(_ body: (SQLStatement) throws -> Bool) throws {
        defer { reset() }
        while try step() {
            guard try body(self) else { return }
        }
    }

    func rows<Row>(_ row: (SQLStatement) throws -> Row) throws -> [Row] {
        var rows: [Row] = []
        try forEachRow {
            rows.append(try row($0))
            return true
        }
        return rows
    }

    /// The first row, or nil if there is none.
    func first<Row>(_ row: (SQLStatement) throws -> Row) throws -> Row? {
        defer { reset() }
        return try step() ? try row(self) : nil
    }

    func isNull(_ column: CInt) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }
    func int(_ column: CInt) -> Int { Int(sqlite3_column_int64(handle, column)) }
    func double(_ column: CInt) -> Double { sqlite3_column_double(handle, column) }
    func optionalDouble(_ column: CInt) -> Double? { isNull(column) ? nil : double(column) }

    /// The text of a column, with bytes that are not UTF-8 replaced; empty if it is null.
    func text(_ column: CInt) -> String { String(decoding: utf8(column), as: UTF8.self) }
    func optionalText(_ column: CInt) -> String? { isNull(column) ? nil : text(column) }

    /// The bytes of a text or blob, valid until the next step.
    func utf8(_ column: CInt) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_blob(handle, column)?.assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column)))
    }

    private func check(_ code: CInt) throws -> Self {
        guard code == SQLITE_OK else { throw database.error(code, sql: sql) }
        return self
    }

    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    /// Stands for the missing address of an empty text, which SQLite would take for null.
    nonisolated(unsafe) private static let empty: UnsafePointer<CChar> = {
        let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
        byte.initialize(to: 0)
        return UnsafePointer(byte)
    }()
}
