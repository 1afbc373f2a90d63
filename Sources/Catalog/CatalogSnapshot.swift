import GRDB

/// One consistent state of the catalog, to be read within `CatalogStore.read`; rows are streamed, so memory stays flat.
package struct CatalogSnapshot {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Counts and checksums of everything in the catalog.
    ///
    /// Complexity: one pass over each table.
    package func state() throws -> CatalogState {
        var state = CatalogState()
        state.regions = try part(Region.table)
        state.villages = try part(Village.table)
        state.sentra = try part(Sentra.table)
        state.products = try part(Product.table)
        state.formerNames = try part(FormerName.table)
        state.lastBatchID = try Int64.fetchOne(database, sql: "SELECT max(id) FROM import_batches")
        return state
    }

    /// True where the catalog has no rows of a kind.
    package func isEmpty(_ kind: ImportKind) throws -> Bool {
        let tables: [ImportKind: RecordTable] = [
            .regions: Region.table, .villages: Village.table, .sentra: Sentra.table, .products: Product.table,
            .formerNames: FormerName.table,
        ]
        guard let table = tables[kind] else { return true }
        return try Bool.fetchOne(database, sql: "SELECT NOT EXISTS (SELECT 1 FROM \(table.name))") ?? true
    }

    /// SQLite's sum() fails where it overflows: the halves are summed apart and put together modulo 2^64.
    private func part(_ table: RecordTable) throws -> CatalogState.Part {
        let placed = table.columns.contains("longitude") ? "count(longitude)" : "0"
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT count(*), \(placed), coalesce(sum(content_hash & 4294967295), 0), coalesce(sum(content_hash >> 32), 0)
                FROM \(table.name)
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

    private func forEach<Record: StoredRecord>(_: Record.Type, _ body: (Record, Int64) throws -> Void) throws {
        var rows = try RecordCursor<Record>(database, files: batchFiles())
        while let (record, hash) = rows.current {
            try body(record, hash)
            try rows.advance()
        }
    }

    /// Every document in ascending byte order of its id over all kinds, each with the stable hash of its content.
    ///
    /// Shape: `state()` of the same snapshot counts the same documents, and its checksums are the sums of the same
    /// hashes.
    package func forEachDocument(_ body: (CatalogDocument, _ contentHash: Int64) throws -> Void) throws {
        let files = try batchFiles()
        var villages = try RecordCursor<Village>(database, files: files)
        var sentra = try RecordCursor<Sentra>(database, files: files)
        var products = try RecordCursor<Product>(database, files: files)
        while let first = [villages.currentID, sentra.currentID, products.currentID].compactMap({ $0 }).min(
            by: Self.precedes)
        {
            if first == villages.currentID, let (village, hash) = villages.current {
                try body(.village(village), hash)
                try villages.advance()
            } else if first == sentra.currentID, let (record, hash) = sentra.current {
                try body(.sentra(record), hash)
                try sentra.advance()
            } else if let (product, hash) = products.current {
                try body(.product(product), hash)
                try products.advance()
            }
        }
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
        let tables = [Region.table, Village.table, Sentra.table, Product.table, FormerName.table]
        let counts = tables.map { "SELECT batch_id, count(*) AS n FROM \($0.name) GROUP BY batch_id" }.joined(
            separator: " UNION ALL ")
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
