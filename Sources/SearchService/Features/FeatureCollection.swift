import IndexDefinition

/// A layer of the OGC API: one kind of document.
struct FeatureCollection: Sendable {
    var id: String
    var kind: DocumentKind
    var title: String
    var description: String

    static let all = [
        FeatureCollection(
            id: "villages", kind: .village, title: "Villages (desa and kelurahan)",
            description:
                "A representative point of each village, with its district, regency and how exactly the position is known."
        ),
        FeatureCollection(
            id: "sentra", kind: .sentra, title: "Industrial centres (sentra IKM)",
            description:
                "Places where small industries of one kind work together, with their commodity, figures and source."),
        FeatureCollection(
            id: "products", kind: .product, title: "Products",
            description: "What the villages make, with category, materials, price as stated, and source."),
    ]

    static func named(_ id: String) -> FeatureCollection? { all.first { $0.id == id } }

    /// The queryables, by name: what it means, and which parameter of a search it is.
    static let queryables: [(name: String, title: String)] = [
        ("regency", "Code or name of the regency"), ("district", "Code or name of the district"),
        ("category", "Category, such as anyaman"),
    ]
}
