/// One page of hits and what it took to find them.
///
/// Shape: `hits` in the order asked for, at most the request's limit; empty where nothing matches. `facets` as the
/// request lists them.
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
    /// Opens the following page; nil on the last.
    package var next: String?
}

/// How many matches each value of a field has.
///
/// Shape: largest count first, values in order where counts are equal; values without a match are left out.
package struct Facet: Sendable, Hashable {
    package struct Count: Sendable, Hashable {
        /// What a filter takes: a code for regions, else the value itself.
        package var value: String
        package var label: String
        package var count: Int
    }

    package var field: SearchRequest.FacetField
    package var counts: [Count]
}
