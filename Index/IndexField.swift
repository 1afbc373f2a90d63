/// A searchable part of a document; the raw value is the number of its column in the full-text table.
///
///     IndexField(queryName: "other_names")        // .otherNames
///
/// `commodity` holds commodity, category, materials, and the local and English names; `place` holds the names of
/// village, district and regency.
package enum IndexField: Int, CaseIterable, Sendable, Hashable {
    case name, otherNames, commodity, description, place

    /// The column's name in the full-text table and in ranking.json, and the word before the colon in a query.
    package var columnName: String {
        switch self {
        case .name: "name"
        case .otherNames: "other_names"
        case .commodity: "commodity"
        case .description: "description"
        case .place: "place"
        }
    }

    /// The field of that column name, or nil where there is none.
    package init?(queryName: String) {
        guard let field = Self.allCases.first(where: { $0.columnName == queryName }) else { return nil }
        self = field
    }
}
