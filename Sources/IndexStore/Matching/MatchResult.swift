import IndexDefinition

/// The result of a query: the number of all matches, and the best of them.
package struct MatchResult: Sendable, Hashable {
    /// Matches in all, not only those kept; exact.
    package var total = 0
    /// Matches of every `must` and `should` clause; 0 if the order is not by score.
    package var completeTotal = 0
    /// In the order asked for; ties by id.
    package var hits: [MatchHit] = []
    /// For each field asked for, the values that occur, most documents first, then by value.
    package var facets: [FacetField: [FacetCount]] = [:]
    /// For each fact asked for, the counts of its values, most first; of a number, the counts of the ranges in order.
    package var factFacets: [String: [FacetCount]] = [:]
    /// For each condition on a fact, then on a property, how many documents meet all else but of which it is unknown.
    package var unknownCounts: [Int] = []

    package init() {}
}

/// A document that was found, and its place in the order asked for.
///
/// The last hit of a page is where the next page begins.
package struct MatchHit: Sendable, Hashable {
    package var document: DocumentRef
    /// What the hits are ordered by: the score, metres, the rank of the name, or a number that ascends with the id.
    package var key: Double
    /// Nil if the order is not by score.
    package var score: Double?
    /// The fields that hold a word which was looked for; every field if the order is not by score, since nobody
    /// looked.
    package var fields = Set(IndexField.allCases)
    /// The worst tier over the clauses that matched, if the order is by score.
    var tier = Tier.exact
    /// How many clauses matched, if the order is by score.
    var matchedClauses = 0

    package init(_ document: DocumentRef, key: Double) {
        self.document = document
        self.key = key
    }
}
