/// The description of one kind of document, for the catalog, the index, the layers and the pages.
package struct KindDescription: Sendable {
    /// The number that the index's files store; a number is never given to another kind.
    package let ordinal: UInt8
    /// The table in the catalog, the layer of the OGC API, the kind of list to import, and the key of its counts.
    package let plural: String
    /// The layer's title.
    package let title: String
    /// The layer's description.
    package let summary: String
    /// The type of schema.org that pages state.
    package let schemaOrgType: String
    /// True if it is about goods: what is made or sold, not an area.
    package let isGoods: Bool
    /// The kind's place in lists that people choose from, from 0.
    package let rank: Int
}

extension KindDescription {
    static let village = KindDescription(
        ordinal: 0, plural: "villages", title: "Villages (desa and kelurahan)",
        summary:
            "A representative point of each village, with its district, regency and how exactly the position is known.",
        schemaOrgType: "AdministrativeArea", isGoods: false, rank: 3)

    static let sentra = KindDescription(
        ordinal: 1, plural: "sentra", title: "Industrial centres (sentra IKM)",
        summary: "Places where small industries of one kind work together, with their commodity, figures and source.",
        schemaOrgType: "Place", isGoods: true, rank: 0)

    static let product = KindDescription(
        ordinal: 2, plural: "products", title: "Products",
        summary: "What the villages make, with category, materials, price as stated, and source.",
        schemaOrgType: "Product", isGoods: true, rank: 1)

    static let outlet = KindDescription(
        ordinal: 3, plural: "outlets", title: "Outlets",
        summary: "Markets, galleries and shops, with what they sell, when they are open, and source.",
        schemaOrgType: "Store", isGoods: true, rank: 2)
}

extension DocumentKind {
    /// The kinds in the order in which people choose from them.
    package static let byRank = allCases.sorted { $0.description.rank < $1.description.rank }
    /// The kinds that are about goods.
    package static let goods = allCases.filter(\.description.isGoods)
}
