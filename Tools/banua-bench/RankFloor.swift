import CSQLite
import Foundation
import IndexStore

/// The comparison for ranking: `ORDER BY rank` of FTS5 over the same index, with the same settings of SQLite.
final class RankFloor {
    private var database: OpaquePointer?
    private var statement: OpaquePointer?

    init(generation: Generation) throws {
        let file = generation.directory.appendingPathComponent("index.sqlite").path
        let uri = "file:\(file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? file)?immutable=1"
        guard sqlite3_open_v2(uri, &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nil) == SQLITE_OK,
            sqlite3_exec(database, "PRAGMA mmap_size = 4000000000", nil, nil, nil) == SQLITE_OK,
            sqlite3_prepare_v2(
                database, "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rank LIMIT ?2", -1, &statement, nil)
                == SQLITE_OK
        else { throw BenchError("Cannot ask '\(file)': \(String(cString: sqlite3_errmsg(database)))") }
    }

    deinit {
        sqlite3_finalize(statement)
        sqlite3_close(database)
    }

    func top(_ count: Int, _ term: String) throws -> [Int64] {
        defer { sqlite3_reset(statement) }
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        sqlite3_bind_text(statement, 1, "\"\(term)\"", -1, transient)
        sqlite3_bind_int64(statement, 2, Int64(count))
        var rows: [Int64] = []
        while sqlite3_step(statement) == SQLITE_ROW { rows.append(sqlite3_column_int64(statement, 0)) }
        return rows
    }
}
