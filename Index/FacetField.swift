/// A field by whose values documents are filtered and counted.
package enum FacetField: String, Sendable, Hashable, CaseIterable, Codable {
    case kind, category, regency, district
}

/// How many documents have a value of a facet field.
package struct FacetCount: Sendable, Hashable {
    /// The value for a filter.
    ///
    /// It is the code of a region, or the text of another field.
    package var value: String
    /// The text for a reader.
    ///
    /// It is the name of a region with the areas around it, or the same as the value.
    package var label: String
    package var count: Int

    package init(value: String, label: String, count: Int) {
        self.value = value
        self.label = label
        self.count = count
    }
}
