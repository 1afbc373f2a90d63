import IndexDefinition

/// One page of hits and what it took to find them.
///
/// Shape: `hits` in the order asked for, at most the request's limit; empty if nothing matches. `facets` are in the
/// order of the request.
package struct SearchAnswer: Sendable {
    /// The generation every part of the answer comes from.
    package var generation: String
    package var tookMilliseconds: Double
    /// How many documents match in all.
    package var total: Int
    package var totalIsExact: Bool
    package var query: QueryReading
    package var hits: [Hit]
    package var facets: [Facet]
    /// The counts of facts: of a set by value, of a number by range.
    package var factFacets: [FactFacet] = []
    /// The cursor of the next page; nil on the last page.
    package var next: String?
}

/// The number of matches for each value of a field.
///
/// Shape: largest count first, equal counts in the order of the values. Values without a match are left out.
package struct Facet: Sendable, Hashable {
    package var field: FacetField
    package var counts: [FacetCount]
}

/// The number of matches for each value or range of a fact.
package struct FactFacet: Sendable, Hashable {
    package var fact: String
    package var counts: [FacetCount]
}
