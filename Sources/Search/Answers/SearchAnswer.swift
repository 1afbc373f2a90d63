/// One page of hits and what it took to find them.
///
/// Shape: `hits` in the order asked for, at most the request's limit; empty where nothing matches. `facets` as the request lists them.
public struct SearchAnswer: Sendable {
    /// The generation every part of the answer comes from.
    public var generation: String
    public var tookMilliseconds: Double
    /// How many documents match in all.
    public var total: Int
    public var totalIsExact: Bool
    public var query: QueryReading
    public var hits: [Hit]
    public var facets: [Facet]
    /// Opens the following page; nil on the last.
    public var next: String?
}

/// How many matches each value of a field has.
///
/// Shape: largest count first, values in order where counts are equal; values without a match are left out.
public struct Facet: Sendable, Hashable {
    public struct Count: Sendable, Hashable {
        /// What a filter takes: a code for regions, else the value itself.
        public var value: String
        public var label: String
        public var count: Int
    }

    public var field: SearchRequest.FacetField
    public var counts: [Count]
}
