/// A field by whose values documents are filtered and counted.
package enum FacetField: String, Sendable, Hashable, CaseIterable, Codable {
    case kind, category, regency, district
}

/// How many documents have a value of a facet field.
package struct FacetCount: Sendable, Hashable {
    /// What a filter takes: a code for regions, else the value itself.
    package var value: String
    /// What to show: the name of a region with the areas around it, else the value itself.
    package var label: String
    package var count: Int

    package init(value: String, label: String, count: Int) {
        self.value = value
        self.label = label
        self.count = count
    }
}
