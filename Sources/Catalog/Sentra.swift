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

extension Sentra: PlacedRecord {
    package static let table = RecordTable(.sentra)
    package static let blank = Sentra(id: "", name: "")

    package mutating func visitColumns<Visitor: ColumnVisitor>(_ visit: inout Visitor) throws(Visitor.Failure) {
        try visit("id", &id)
        try visit("name", &name)
        try visit("other_names", &otherNames)
        try visit("commodity", &commodity)
        try visit("category", &category)
        try visit("kbli_code", &kbliCode)
        try visit("description", &description)
        try visit("business_units", &businessUnits)
        try visit("workers", &workers)
        try visit("figures_year", &figuresYear)
        try visit("ovop_stars", &ovopStars)
        try visit("ovop_year", &ovopYear)
        try visit("geographic_indication", &geographicIndication)
        try visit("contact", &contact)
        try visit("note", &note)
        try visit("source_url", &sourceURL)
        try placement.visitColumns(&visit)
        try visit("extra", &extra)
    }
}
