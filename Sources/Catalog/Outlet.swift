/// A place where products are sold: a market, a gallery, a shop; what its source does not state is nil.
package struct Outlet: Sendable, Hashable {
    package var id: String
    package var name: String
    /// What it sells.
    package var sells: String?
    package var category: String?
    package var description: String?
    /// When it is open, as written.
    package var hours: String?
    /// Since when it has been there, as written.
    package var since: String?
    /// A contact that the source publishes.
    package var contact: String?
    package var note: String?
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

extension Outlet: PlacedRecord {
    package static let table = RecordTable(.outlets)
    package static let blank = Outlet(id: "", name: "")

    package mutating func visitColumns<Visitor: ColumnVisitor>(_ visit: inout Visitor) throws(Visitor.Failure) {
        try visit("id", &id)
        try visit("name", &name)
        try visit("sells", &sells)
        try visit("category", &category)
        try visit("description", &description)
        try visit("hours", &hours)
        try visit("since", &since)
        try visit("contact", &contact)
        try visit("note", &note)
        try visit("source_url", &sourceURL)
        try visit("more_sources", &moreSources)
        try visit("page_date", &pageDate)
        try placement.visitColumns(&visit)
        try visit("extra", &extra)
    }
}
