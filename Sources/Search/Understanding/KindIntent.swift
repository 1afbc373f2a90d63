import IndexDefinition

/// Words that say what kind of document is wanted, not what it is about: "sentra purun" wants sentra.
enum KindIntent {
    static func kind(for word: String) -> DocumentKind? {
        switch word {
        case "sentra", "centre", "center", "centres", "centers", "pusat": .sentra
        case "produk", "product", "products": .product
        case "desa", "kelurahan", "village", "villages": .village
        default: nil
        }
    }
}
