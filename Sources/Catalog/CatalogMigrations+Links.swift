import GRDB

extension CatalogMigrations {
    /// Lets a product come from several sentra: the links become a table of their own.
    static func makeLinks(_ database: Database) throws {
        try database.execute(sql: links)
        let rows = try Row.fetchAll(
            database, sql: "SELECT id, sentra_id, batch_id, line FROM products WHERE sentra_id IS NOT NULL")
        for row in rows {
            let (product, sentra): (String, String) = (row[0], row[1])
            var hash = ContentHash()
            let content = [("key", "\(product)\t\(sentra)"), ("product_id", product), ("sentra_id", sentra)]
            for (column, text) in content { hash.add(column: column, text: text) }
            try database.execute(
                sql: """
                    INSERT INTO product_sentra (key, product_id, sentra_id, content_hash, batch_id, line)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [content[0].1, product, sentra, hash.value, row[2] as Int64, row[3] as Int])
        }
        try database.execute(sql: "ALTER TABLE products DROP COLUMN sentra_id")
        for row in rows { try rehashProduct(row[0], database) }
    }

    private static let links = """
        CREATE TABLE product_sentra (
            key TEXT PRIMARY KEY NOT NULL CHECK (key = product_id || char(9) || sentra_id),
            product_id TEXT NOT NULL REFERENCES products(id),
            sentra_id TEXT NOT NULL REFERENCES sentra(id),
            reason TEXT CHECK (reason <> ''),
            content_hash INTEGER NOT NULL,
            batch_id INTEGER NOT NULL REFERENCES import_batches(id),
            line INTEGER NOT NULL CHECK (line >= 0)
        ) STRICT;
        CREATE INDEX product_sentra_product ON product_sentra(product_id);
        CREATE INDEX product_sentra_sentra ON product_sentra(sentra_id);
        """

    /// The columns of products after this step, in the order in which they are hashed.
    ///
    /// They stand here because `Product` may have others in a later release.
    private static let productColumns = """
        id, name, local_name, english_name, category, materials, description, producer, price_text, price_min_rupiah,
        price_max_rupiah, price_unit, certification_text, halal, pirt, bpom_md, sni, geographic_indication, heritage,
        export, source_url, more_sources, page_date, place_text, village_code, district_code, regency_code, longitude,
        latitude, position_source, position_accuracy_m, extra
        """

    /// Writes the content hash that the row has without its sentra.
    private static func rehashProduct(_ id: String, _ database: Database) throws {
        guard
            let row = try Row.fetchOne(
                database, sql: "SELECT \(productColumns) FROM products WHERE id = ?", arguments: [id])
        else { return }
        var hash = ContentHash()
        for (column, value) in row {
            switch value.storage {
            case .null, .blob: break
            case .int64(let integer): hash.add(column: column, integer: integer)
            case .double(let real): hash.add(column: column, real: real)
            case .string(let text): hash.add(column: column, text: text)
            }
        }
        try database.execute(
            sql: "UPDATE products SET content_hash = ? WHERE id = ?", arguments: [hash.value, id])
    }
}
