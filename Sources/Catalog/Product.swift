/// Something made and sold, with what its source states of it; what is not stated is nil.
package struct Product: Sendable, Hashable {
    package var id: String
    package var name: String
    package var localName: String?
    package var englishName: String?
    package var category: String?
    package var materials: String?
    package var description: String?
    package var producer: String?
    package var price: PriceRange?
    package var certifications = Certifications()
    /// The sentra it comes from.
    package var sentraID: String?
    package var sourceURL: String?
    package var placement = Placement()
    package var extra: ExtraProperties = [:]
    package var origin: RowOrigin?

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

extension Product: StoredRecord {
    static let table = RecordTable(
        name: "products", idColumn: "id",
        columns: [
            "id", "name", "local_name", "english_name", "category", "materials", "description", "producer",
            "price_text",
            "price_min_rupiah", "price_max_rupiah", "price_unit", "certification_text", "halal", "pirt", "bpom_md",
            "sni",
            "geographic_indication", "sentra_id", "source_url",
        ] + RecordTable.placementColumns + ["extra"])

    func write(to fields: inout FieldWriter) {
        fields.text(id)
        fields.text(name)
        fields.text(localName)
        fields.text(englishName)
        fields.text(category)
        fields.text(materials)
        fields.text(description)
        fields.text(producer)
        fields.price(price)
        fields.certifications(certifications)
        fields.text(sentraID)
        fields.text(sourceURL)
        fields.placement(placement)
        fields.extra(extra)
    }

    init(from fields: inout FieldReader) throws {
        self.init(id: try fields.requiredText(), name: try fields.requiredText())
        localName = fields.text()
        englishName = fields.text()
        category = fields.text()
        materials = fields.text()
        description = fields.text()
        producer = fields.text()
        price = fields.price()
        certifications = fields.certifications()
        sentraID = fields.text()
        sourceURL = fields.text()
        placement = try fields.placement()
        extra = try fields.extra()
        origin = try fields.origin()
    }
}
