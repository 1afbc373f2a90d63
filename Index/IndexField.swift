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

    /// The fields that say what a document is called.
    package static let calling: Set<IndexField> = [.name, .otherNames, .commodity]

    /// The field's name in queries, in answers and in ranking.json.
    package var queryName: String {
        switch self {
        case .name: "name"
        case .otherNames: "other_names"
        case .commodity: "commodity"
        case .description: "description"
        case .place: "place"
        }
    }

    /// The name of the field's column in the full-text table.
    ///
    /// It differs from the names of columns in `documents`, so that a join of the two needs no table names.
    package var columnName: String { queryName + "_text" }

    /// The field with a name.
    ///
    /// Returns nil if there is none.
    package init?(queryName: String) {
        guard let field = Self.allCases.first(where: { $0.queryName == queryName }) else { return nil }
        self = field
    }
}
