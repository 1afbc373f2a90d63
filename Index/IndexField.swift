/// A full-text field of a document.
///
/// The raw value is the number of its column in the full-text table.
///
///     IndexField(queryName: "other_names")        // .otherNames
///
/// `commodity` contains commodity, category, materials, and local and English names. `place` contains the names of
/// village, district and regency.
package enum IndexField: Int, CaseIterable, Sendable, Hashable {
    case name, otherNames, commodity, description, place

    /// The name of the column in the full-text table and in ranking.json, and the field name in queries.
    package var columnName: String {
        switch self {
        case .name: "name"
        case .otherNames: "other_names"
        case .commodity: "commodity"
        case .description: "description"
        case .place: "place"
        }
    }

    /// The field with a column name.
    ///
    /// Returns nil if there is none.
    package init?(queryName: String) {
        guard let field = Self.allCases.first(where: { $0.columnName == queryName }) else { return nil }
        self = field
    }
}
