/// One of the three things that a search can return.
package enum CatalogDocument: Sendable, Hashable {
    case village(Village)
    case sentra(Sentra)
    case product(Product)

    package var id: String {
        switch self {
        case .village(let village): village.code
        case .sentra(let sentra): sentra.id
        case .product(let product): product.id
        }
    }
}
