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
    /// What of it is listed as heritage, as written.
    package var heritage: String?
    /// The countries that it goes to, as written.
    package var export: String?
    package var sourceURL: String?
    package var moreSources: [String] = []
    /// The date of the page at `sourceURL`: a year, a month or a day in ISO 8601.
    package var pageDate: String?
    package var placement = Placement()
    package var extra: ExtraProperties = [:]
    package var origin: RowOrigin?

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

extension Product: PlacedRecord {
    package static let table = RecordTable(.products)
    package static let blank = Product(id: "", name: "")

    package mutating func visitColumns<Visitor: ColumnVisitor>(_ visit: inout Visitor) throws(Visitor.Failure) {
        try visit("id", &id)
        try visit("name", &name)
        try visit("local_name", &localName)
        try visit("english_name", &englishName)
        try visit("category", &category)
        try visit("materials", &materials)
        try visit("description", &description)
        try visit("producer", &producer)
        try visit(&price)
        try certifications.visitColumns(&visit)
        try visit("heritage", &heritage)
        try visit("export", &export)
        try visit("source_url", &sourceURL)
        try visit("more_sources", &moreSources)
        try visit("page_date", &pageDate)
        try placement.visitColumns(&visit)
        try visit("extra", &extra)
    }
}
