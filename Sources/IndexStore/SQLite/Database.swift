import CSQLite
import Foundation

/// One SQLite connection: the thin file between the index and sqlite3's C functions.
///
/// Not for two threads at once.
///
///     let database = try Database(path: path, mode: .immutable)
///     let name = try database.prepare("SELECT name FROM places WHERE code = ?").bind(1, "63.05").first { $0.text(0) }
final class Database {
    enum Mode {
        /// A file that never changes: no locks, no sidecars, read through a memory map.
        case immutable
        /// The same read once from front to back, so that a map would only fill the memory.
        case sequential
        /// A new file that nobody else sees, written without journal or syncing: a build that fails is thrown away
        /// whole.
        case build(pageSize: Int, cacheMegabytes: Int)
        /// A file that is checked by commands SQLite counts as writes; nothing is changed by them.
        case check
    }

    let handle: OpaquePointer
    let path: String

    /// - Throws: `.data` if the file is no database, `.inputOutput` if it cannot be opened.
    init(path: String, mode: Mode) throws {
        self.path = path
        var handle: OpaquePointer?
        let code = sqlite3_open_v2(Self.uri(path, mode), &handle, Self.flags(mode), nil)
        guard code == SQLITE_OK, let handle else {
            let reason = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(handle)
            throw IndexStoreError.sqlite(code: code, reason, sql: "open", path: path)
        }
        self.handle = handle
        sqlite3_extended_result_codes(handle, 1)
        try configure(mode)
    }

    deinit {
        sqlite3_close_v2(handle)
    }

    func execute(_ sql: String) throws {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw error(code, sql: sql) }
    }

    /// A statement that may be run many times; `persistent` tells SQLite so.
    func prepare(_ sql: String, persistent: Bool = false) throws -> SQLStatement {
        try SQLStatement(self, sql, persistent: persistent)
    }

    func error(_ code: CInt, sql: String) -> any Error {
        guard code & 0xFF != SQLITE_INTERRUPT else { return IndexStoreError.interrupted }
        return IndexStoreError.sqlite(code: code, String(cString: sqlite3_errmsg(handle)), sql: sql, path: path)
    }

    private static func flags(_ mode: Mode) -> CInt {
        let common = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
        return switch mode {
        case .immutable, .sequential: common | SQLITE_OPEN_READONLY
        case .build: common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        case .check: common | SQLITE_OPEN_READWRITE
        }
    }

    private static func uri(_ path: String, _ mode: Mode) -> String {
        let plain = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\u{0}"..."\u{7F}")).union(
            CharacterSet(charactersIn: "/-_."))
        let escaped = path.addingPercentEncoding(withAllowedCharacters: plain) ?? path
        return switch mode {
        case .immutable, .sequential: "file:\(escaped)?immutable=1"
        case .build, .check: "file:\(escaped)"
        }
    }

    private func configure(_ mode: Mode) throws {
        // A damaged schema must not run functions of its choosing, and text is never a command.
        try execute("PRAGMA trusted_schema = OFF")
        switch mode {
        case .immutable:
            // Cells are checked when an index is verified: checking those of every page that is read took a sixth of a
            // search.
            try execute("PRAGMA mmap_size = 0x7fff0000; PRAGMA cache_size = -2048")
        case .build(let pageSize, let cacheMegabytes):
            try execute(
                """
                PRAGMA page_size = \(pageSize); PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
                PRAGMA secure_delete = OFF;
                PRAGMA cache_size = -\(cacheMegabytes * 1024); PRAGMA temp_store = FILE
                """)
        case .sequential:
            try execute("PRAGMA cache_size = -2048; PRAGMA cell_size_check = ON")
        case .check:
            try execute("PRAGMA journal_mode = OFF; PRAGMA cache_size = -2048; PRAGMA cell_size_check = ON")
        }
    }
}
