import Base
import CSQLite
import Foundation
import TestSupport
import Testing

@testable import IndexStore

@Suite struct IndexStoreErrorTests {
    @Test(
        "SQLite's codes become kinds with a remedy",
        arguments: [
            (SQLITE_CORRUPT, FailureKind.data, "Roll back"), (SQLITE_NOTADB, .data, "Roll back"),
            (SQLITE_FULL, .inputOutput, "Free some space"),
            (SQLITE_IOERR, .inputOutput, "permissions"), (SQLITE_CANTOPEN, .inputOutput, "permissions"),
            (SQLITE_BUSY, .busy, "Try again"),
            (SQLITE_MISUSE, .internal, "report"),
        ])
    func codes(code: CInt, kind: FailureKind, remedy: String) {
        let error = IndexStoreError.sqlite(code: code, "the reason", sql: "SELECT 1", path: "/data/index.sqlite")
        #expect(error.kind == kind && error.message.contains(remedy))
        #expect(kind == .inputOutput && code == SQLITE_FULL || error.message.contains("'/data/index.sqlite'"))
    }

    @Test("messages name value, place and remedy")
    func wording() {
        #expect(IndexStoreError.keepOutOfRange(0).message == "The value '0' is invalid for 'keep': expected 1 or more.")
        #expect(
            IndexStoreError.unknownGeneration("000009", known: ["000001"]).message
                == "There is no generation '000009': there are 000001.")
        #expect(
            IndexStoreError.unknownGeneration("000009", known: []).message
                == "There is no generation '000009': there is none yet: run banua-rebuild.")
        #expect(IndexStoreError.rebuildRunning("/d/.lock").kind == .busy)
        #expect(
            IndexStoreError.diskTooSmall("/d", needed: 12_000_000, free: 1_500_000).message
                == "The disk of '/d' has 2 MB free, and a rebuild needs about 12 MB. Free some space (banua-rebuild "
                + "prune) and try again."
        )
        #expect(
            IndexStoreError.verification(["a: b", "c: d."]).message
                == "The new index did not pass its checks and was not published; the old one serves on: a: b; c: d.")
    }

    @Test("a statement that fails names the SQL and the file")
    func statement() throws {
        let directory = try TemporaryDirectory()
        let path = directory.url.appendingPathComponent("a b?#%.sqlite").path
        let database = try Database(path: path, mode: .build(pageSize: 4096, cacheMegabytes: 1))
        try database.execute("CREATE TABLE t (x)")
        let error = #expect(throws: IndexStoreError.self) { try database.prepare("SELECT nothing FROM t") }
        #expect(error?.message.contains("SELECT nothing FROM t") == true && error?.message.contains(path) == true)
        #expect(FileManager.default.fileExists(atPath: path))
        let missing = #expect(throws: IndexStoreError.self) {
            try Database(path: directory.path + "/none.sqlite", mode: .immutable)
        }
        #expect(missing?.kind == .inputOutput)
        try directory.write(String(repeating: "no database ", count: 100), to: "junk.sqlite")
        let junk = #expect(throws: IndexStoreError.self) {
            try Database(path: directory.path + "/junk.sqlite", mode: .immutable).prepare("SELECT * FROM t")
        }
        #expect(junk?.kind == .data)
    }

    @Test("values come back from a statement as they were bound")
    func binding() throws {
        let directory = try TemporaryDirectory()
        let database = try Database(path: directory.path + "/x.sqlite", mode: .build(pageSize: 4096, cacheMegabytes: 1))
        try database.execute("CREATE TABLE t (a, b, c, d)")
        let insert = try database.prepare("INSERT INTO t VALUES (?, ?, ?, ?)")
        try insert.bind(1, "").bind(2, nil as String?).bind(3, -1.5).bind(4, "a\u{0}b 布").run()
        let row = try database.prepare("SELECT a, b, c, d, length(CAST(d AS BLOB)) FROM t").first { row in
            (row.optionalText(0), row.optionalText(1), row.optionalDouble(2), row.text(3), row.int(4))
        }
        #expect(row?.0 == "" && row?.1 == nil && row?.2 == -1.5 && row?.3 == "a\u{0}b 布" && row?.4 == 7)
    }
}
