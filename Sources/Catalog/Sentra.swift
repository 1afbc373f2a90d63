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
    /// In Indonesian.
    package var description: String?
    package var rawMaterial: String?
    package var businessUnits: Int?
    /// What is counted as a business: "lapak", "usaha rumah tangga".
    package var unitsKind: String?
    package var workers: Int?
    /// Who is counted as a worker: "perajin".
    package var workersKind: String?
    /// The year that the figures are of.
    package var figuresYear: Int?
    /// The page of the figures, if it is not `sourceURL`.
    package var figuresSourceURL: String?
    /// How much is made, as written.
    package var production: String?
    /// How large it is, as written.
    package var area: String?
    package var foundedYear: Int?
    /// Where the goods are sold, as written.
    package var market: String?
    /// The countries that the goods go to, as written.
    package var export: String?
    package var ovopStars: Int?
    /// Its part in the OVOP programme, as written, if that is no number of stars.
    package var ovopStatus: String?
    package var ovopYear: Int?
    package var ovopSourceURL: String?
    package var geographicIndication: String?
    /// The number of the registered geographical indication.
    package var giNumber: String?
    /// What of it is listed as heritage, as written.
    package var heritage: String?
    package var awards: String?
    /// A contact that the source publishes.
    package var contact: String?
    /// In Indonesian.
    package var note: String?
    /// A note in English.
    package var noteEn: String?
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
        try visit("raw_material", &rawMaterial)
        try visit("business_units", &businessUnits)
        try visit("units_kind", &unitsKind)
        try visit("workers", &workers)
        try visit("workers_kind", &workersKind)
        try visit("figures_year", &figuresYear)
        try visit("figures_source_url", &figuresSourceURL)
        try visit("production", &production)
        try visit("area", &area)
        try visit("founded_year", &foundedYear)
        try visit("market", &market)
        try visit("export", &export)
        try visit("ovop_stars", &ovopStars)
        try visit("ovop_status", &ovopStatus)
        try visit("ovop_year", &ovopYear)
        try visit("ovop_source_url", &ovopSourceURL)
        try visit("geographic_indication", &geographicIndication)
        try visit("gi_number", &giNumber)
        try visit("heritage", &heritage)
        try visit("awards", &awards)
        try visit("contact", &contact)
        try visit("note", &note)
        try visit("note_en", &noteEn)
        try visit("source_url", &sourceURL)
        try visit("more_sources", &moreSources)
        try visit("page_date", &pageDate)
        try placement.visitColumns(&visit)
        try visit("extra", &extra)
    }
}
