import GRDB

/// A product and a sentra that it comes from.
package struct ProductLink: Sendable, Hashable {
    package var productID: String
    package var sentraID: String
    /// Why they belong together, in the words of who linked them.
    package var reason: String?

    package init(productID: String, sentraID: String, reason: String? = nil) {
        self.productID = productID
        self.sentraID = sentraID
        self.reason = reason
    }

    /// The id of the link of a product and a sentra.
    ///
    /// The tab is no part of any id.
    package static func key(productID: String, sentraID: String) -> String { "\(productID)\t\(sentraID)" }
}

extension ProductLink: CatalogRecord {
    package static let table = RecordTable(.links, idColumn: "key")
    package static let blank = ProductLink(productID: "", sentraID: "")

    package mutating func visitColumns<Visitor: ColumnVisitor>(_ visit: inout Visitor) throws(Visitor.Failure) {
        var key = Self.key(productID: productID, sentraID: sentraID)
        try visit("key", &key)
        try visit("product_id", &productID)
        try visit("sentra_id", &sentraID)
        try visit("reason", &reason)
    }

    /// Where a link came from is not kept in memory.
    package var origin: RowOrigin? {
        get { nil }
        set { _ = newValue }
    }

    package var positionSource: PositionSource? { nil }
}

/// The other end of a link: a document as far as a link names it.
package struct LinkedDocument: Sendable, Hashable {
    package var id: String
    package var name: String
    /// What sentra are judged by; nil if the document is no product.
    package var traits: ProductTraits?

    package init(id: String, name: String, traits: ProductTraits? = nil) {
        self.id = id
        self.name = name
        self.traits = traits
    }
}

/// What a sentra is judged by in its products.
package struct ProductTraits: Sendable, Hashable {
    package var category: String?
    package var materials: String?
    package var certifications: Certifications

    package init(category: String? = nil, materials: String? = nil, certifications: Certifications = .init()) {
        self.category = category
        self.materials = materials
        self.certifications = certifications
    }
}

extension CatalogSnapshot {
    /// The links, in order of the products' ids.
    package func links() throws -> [ProductLink] {
        var links: [ProductLink] = []
        try forEach(ProductLink.self) { link, _ in links.append(link) }
        return links
    }

    /// The links of documents that are visited in byte order of their ids.
    package func linkWalk() throws -> LinkWalk { try LinkWalk(database) }
}

/// A walk over the links in step with a walk over the documents: every link is read once, in two statements in all.
package final class LinkWalk {
    private let sentraOfProducts: LinkCursor
    private let productsOfSentra: LinkCursor

    init(_ database: Database) throws {
        sentraOfProducts = try LinkCursor(
            database,
            """
            SELECT l.product_id, s.id, s.name FROM product_sentra AS l JOIN sentra AS s ON s.id = l.sentra_id
            ORDER BY l.product_id, s.id
            """)
        productsOfSentra = try LinkCursor(
            database,
            """
            SELECT l.sentra_id, p.id, p.name, p.category, p.materials, p.certification_text, p.halal, p.pirt, p.bpom_md,
                p.sni, p.geographic_indication
            FROM product_sentra AS l JOIN products AS p ON p.id = l.product_id ORDER BY l.sentra_id, p.id
            """)
    }

    /// The sentra of a product or the products of a sentra, in byte order of their ids; none of other documents.
    ///
    /// The documents must come in byte order of their ids.
    package func linked(with document: CatalogDocument) throws -> [LinkedDocument] {
        switch document {
        case .product(let product): try sentraOfProducts.linked(with: product.id)
        case .sentra(let sentra): try productsOfSentra.linked(with: sentra.id)
        case .village, .outlet: []
        }
    }
}

/// The rows of one direction of the links: the id of a document, then the id and the name of a linked one.
private final class LinkCursor {
    private let rows: RowCursor
    private var current: (owner: String, linked: LinkedDocument)?

    init(_ database: Database, _ sql: String) throws {
        rows = try Row.fetchCursor(database, sql: sql)
        try advance()
    }

    func linked(with id: String) throws -> [LinkedDocument] {
        while let owner = current?.owner, owner.utf8.lexicographicallyPrecedes(id.utf8) { try advance() }
        var found: [LinkedDocument] = []
        while let current, current.owner == id {
            found.append(current.linked)
            try advance()
        }
        return found
    }

    private func advance() throws {
        current = try rows.next().map { row in
            (owner: row[0], linked: LinkedDocument(id: row[1], name: row[2], traits: Self.traits(row)))
        }
    }

    /// The traits of a product; nil if the row is of a sentra.
    private static func traits(_ row: Row) -> ProductTraits? {
        guard row.count > 3 else { return nil }
        return ProductTraits(
            category: row[3], materials: row[4],
            certifications: Certifications(
                text: row[5], halal: row[6], pirt: row[7], bpomMD: row[8], sni: row[9], geographicIndication: row[10]))
    }
}

extension CatalogWriter {
    /// Links a product with these sentra and no others; a link that stays keeps its reason.
    ///
    /// - Returns: the ids of the sentra that the product was linked with before and is no more, and whether links were
    ///   added.
    package func link(product: String, with sentra: [String], batch: Int64, line: Int) throws
        -> (removed: [String], hasAdded: Bool)
    {
        let before = try String.fetchAll(
            database.cachedStatement(
                sql: "SELECT sentra_id FROM product_sentra WHERE product_id = ? ORDER BY sentra_id"),
            arguments: [product])
        let added = sentra.filter { !before.contains($0) }
        for id in added {
            _ = try upsert(ProductLink(productID: product, sentraID: id), batch: batch, line: line)
        }
        let removed = before.filter { !sentra.contains($0) }
        for id in removed {
            let key = ProductLink.key(productID: product, sentraID: id)
            try database.execute(sql: "DELETE FROM product_sentra WHERE key = ?", arguments: [key])
        }
        lookedUp = nil
        return (removed, !added.isEmpty)
    }
}
