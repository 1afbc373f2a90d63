/// An industrial centre: small makers of one kind of goods in one place (PP 29/2018); what its source does not state is
/// nil.
package struct Sentra: Sendable, Hashable {
    package var id: String
    package var name: String
    package var otherNames: [String] = []
    package var commodity: String?
    package var category: String?
    /// The business classification (KBLI) of what is made.
    package var kbliCode: String?
    package var description: String?
    package var businessUnits: Int?
    package var workers: Int?
    /// The year that the figures are of.
    package var figuresYear: Int?
    package var ovopStars: Int?
    package var ovopYear: Int?
    package var geographicIndication: String?
    /// A contact that the source publishes.
    package var contact: String?
    package var note: String?
    package var sourceURL: String?
    package var placement = Placement()
    package var extra: ExtraProperties = [:]
    package var origin: RowOrigin?

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

extension Sentra: StoredRecord {
    static let table = RecordTable(
        name: "sentra", idColumn: "id",
        columns: [
            "id", "name", "other_names", "commodity", "category", "kbli_code", "description", "business_units",
            "workers", "figures_year",
            "ovop_stars", "ovop_year", "geographic_indication", "contact", "note", "source_url",
        ] + RecordTable.placementColumns + ["extra"])

    func write(to fields: inout FieldWriter) {
        fields.text(id)
        fields.text(name)
        fields.list(otherNames)
        fields.text(commodity)
        fields.text(category)
        fields.text(kbliCode)
        fields.text(description)
        fields.integer(businessUnits)
        fields.integer(workers)
        fields.integer(figuresYear)
        fields.integer(ovopStars)
        fields.integer(ovopYear)
        fields.text(geographicIndication)
        fields.text(contact)
        fields.text(note)
        fields.text(sourceURL)
        fields.placement(placement)
        fields.extra(extra)
    }

    init(from fields: inout FieldReader) throws {
        self.init(id: try fields.requiredText(), name: try fields.requiredText())
        otherNames = try fields.list()
        commodity = fields.text()
        category = fields.text()
        kbliCode = fields.text()
        description = fields.text()
        businessUnits = fields.integer()
        workers = fields.integer()
        figuresYear = fields.integer()
        ovopStars = fields.integer()
        ovopYear = fields.integer()
        geographicIndication = fields.text()
        contact = fields.text()
        note = fields.text()
        sourceURL = fields.text()
        placement = try fields.placement()
        extra = try fields.extra()
        origin = try fields.origin()
    }
}
