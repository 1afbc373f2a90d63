import GRDB
import IndexDefinition

/// One consistent state of the catalog, to be read within `CatalogStore.read`; rows are streamed, so memory stays flat.
package struct CatalogSnapshot {
    let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Counts and checksums of everything in the catalog.
    ///
    /// - Complexity: one pass over each table.
    package func state() throws -> CatalogState {
        var state = CatalogState()
        for kind in ImportKind.allCases { state[kind] = try part(kind.recordType) }
        state.lastBatchID = try Int64.fetchOne(database, sql: "SELECT max(id) FROM import_batches")
        return state
    }

    /// True if the catalog has no rows of a type.
    package func isEmpty<Record: CatalogRecord>(_: Record.Type) throws -> Bool {
        try Bool.fetchOne(database, sql: "SELECT NOT EXISTS (SELECT 1 FROM \(Record.table.name))") ?? true
    }

    /// SQLite's sum() fails if it overflows: the two halves of the hashes are summed apart and put together modulo
    /// 2^64.
    private func part<Record: CatalogRecord>(_: Record.Type) throws -> CatalogState.Part {
        let placed = Record.columns().contains("longitude") ? "count(longitude)" : "0"
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT count(*), \(placed), coalesce(sum(content_hash & 4294967295), 0),
                    coalesce(sum(content_hash >> 32), 0)
                FROM \(Record.table.name)
                """)
        guard let row else { return CatalogState.Part() }
        let (low, high): (Int64, Int64) = (row[2], row[3])
        let checksum = (UInt64(bitPattern: high) << 32) &+ UInt64(bitPattern: low)
        return CatalogState.Part(count: row[0], placed: row[1], checksum: checksum)
    }

    /// Every region in byte order of its code: a province before its regencies, a regency before its districts.
    package func forEachRegion(_ body: (Region) throws -> Void) throws {
        try forEach(Region.self) { region, _ in try body(region) }
    }

    /// Every village in byte order of its code.
    package func forEachVillage(_ body: (Village) throws -> Void) throws {
        try forEach(Village.self) { village, _ in try body(village) }
    }

    /// The former codes and names, in order of the present code.
    package func formerNames() throws -> [FormerName] {
        var names: [FormerName] = []
        try forEach(FormerName.self) { name, _ in names.append(name) }
        return names
    }

    func forEach<Record: CatalogRecord>(_: Record.Type, _ body: (Record, Int64) throws -> Void) throws {
        let rows = try RecordCursor<Record, Record>(database, files: batchFiles(), as: { $0 })
        while let (record, hash) = rows.current {
            try body(record, hash)
            try rows.advance()
        }
    }

    /// Every document in ascending byte order of its id over all kinds, each with the stable hash of its content.
    ///
    /// `state()` of the same snapshot counts the same documents, and its checksums are the sums of the same hashes.
    package func forEachDocument(_ body: (CatalogDocument, _ contentHash: Int64) throws -> Void) throws {
        let files = try batchFiles()
        let cursors = try DocumentKind.allCases.map { try CatalogDocument.cursor(over: $0, database, files: files) }
        while let first = Self.first(of: cursors), let (document, hash) = first.current {
            try body(document, hash)
            try first.advance()
        }
    }

    /// The cursor whose id comes first; nil if all are at their end.
    private static func first(of cursors: [any DocumentCursor]) -> (any DocumentCursor)? {
        var best: (cursor: any DocumentCursor, id: String)?
        for cursor in cursors {
            guard let id = cursor.currentID else { continue }
            if let best, !precedes(id, best.id) { continue }
            best = (cursor, id)
        }
        return best?.cursor
    }

    /// Byte order, which is SQLite's: Swift's own order of texts is another.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    /// The last imports first.
    package func batches(limit: Int = .max) throws -> [ImportBatch] {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(ImportBatch.columns) FROM import_batches ORDER BY id DESC LIMIT ?",
            arguments: [limit])
        return try Array(rows.map(ImportBatch.init(row:)))
    }

    /// The files that the stored rows were last written from, with how many rows each, in order of the first import.
    package func sources() throws -> [(file: String, rows: Int)] {
        let counts = ImportKind.allCases.map { "SELECT batch_id, count(*) AS n FROM \($0.tableName) GROUP BY batch_id" }
            .joined(separator: " UNION ALL ")
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT b.file, sum(c.n) FROM (\(counts)) AS c JOIN import_batches AS b ON b.id = c.batch_id
                GROUP BY b.file ORDER BY min(b.id)
                """)
        return try Array(rows.map { (file: $0[0], rows: $0[1]) })
    }

    private func batchFiles() throws -> [Int64: String] {
        let rows = try Row.fetchCursor(database, sql: "SELECT id, file FROM import_batches")
        return try Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }
}
