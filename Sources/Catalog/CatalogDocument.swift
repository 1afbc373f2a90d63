import GRDB
import IndexDefinition

/// One of the things that search returns, as the catalog has it.
package enum CatalogDocument: Sendable, Hashable {
    case village(Village)
    case sentra(Sentra)
    case product(Product)
    case outlet(Outlet)

    package var id: String {
        switch self {
        case .village(let village): village.code
        case .sentra(let sentra): sentra.id
        case .product(let product): product.id
        case .outlet(let outlet): outlet.id
        }
    }

    package var kind: ImportKind { type(of: record).table.kind }

    package var record: any CatalogRecord {
        switch self {
        case .village(let village): village
        case .sentra(let sentra): sentra
        case .product(let product): product
        case .outlet(let outlet): outlet
        }
    }

    /// A cursor over the documents of one kind.
    static func cursor(over kind: DocumentKind, _ database: Database, files: [Int64: String]) throws
        -> any DocumentCursor
    {
        switch kind {
        case .village: try RecordCursor(database, files: files, as: CatalogDocument.village)
        case .sentra: try RecordCursor(database, files: files, as: CatalogDocument.sentra)
        case .product: try RecordCursor(database, files: files, as: CatalogDocument.product)
        case .outlet: try RecordCursor(database, files: files, as: CatalogDocument.outlet)
        }
    }
}
