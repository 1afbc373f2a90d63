import IndexDefinition

/// The kind of the rows of an imported list.
///
/// The raw value is the name that users type.
package enum ImportKind: String, Sendable, Codable, CaseIterable {
    case regions
    case villages
    case sentra
    case products
    case outlets
    case formerNames = "former_names"
    case links

    /// The type of the records.
    package var recordType: any CatalogRecord.Type {
        switch self {
        case .regions: Region.self
        case .villages: Village.self
        case .sentra: Sentra.self
        case .products: Product.self
        case .outlets: Outlet.self
        case .formerNames: FormerName.self
        case .links: ProductLink.self
        }
    }

    /// The name of the table that the rows are kept in.
    var tableName: String { self == .links ? "product_sentra" : rawValue }

    /// The kind of document that the records are; nil if search does not return them.
    package var documentKind: DocumentKind? {
        DocumentKind.allCases.first { $0.description.plural == rawValue }
    }

    /// True if the records have a placement.
    package var isPlaced: Bool { recordType is any PlacedRecord.Type }

    /// True if the records are areas, known by their code.
    package var isOfAreas: Bool { recordType is any AreaRecord.Type }

    /// The types of records that have a placement.
    static let placedTypes = allCases.compactMap { $0.recordType as? any PlacedRecord.Type }
}
