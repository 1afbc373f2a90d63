import IndexDefinition

/// The result of a match: the number of all matches, and the best of them.
package struct MatchResult: Sendable, Hashable {
    /// Matches in all, not only those kept; exact.
    package var total = 0
    /// Matches of every `must` and `should` clause; 0 if the order is not by score.
    package var completeTotal = 0
    /// In the order asked for; ties by ordinal.
    package var hits: [MatchHit] = []
    /// For each field asked for, the values that occur, most documents first, then by ordinal.
    package var facetCounts: [FacetField: [FacetCount]] = [:]

    package init() {}
}

/// A document that was found.
package struct MatchHit: Sendable, Hashable {
    package var ordinal: Int
    /// What the hits are ordered by: the score, metres, the rank of the name, or the ordinal.
    package var key: Double
    /// Nil if the order is not by score.
    package var score: Double?
    /// The worst tier over the clauses that matched, if the order is by score.
    package var tier: Tier
    /// How many clauses matched, if the order is by score.
    package var matchedClauses: Int
    /// The fields that hold a word which was looked for; every field if the order is not by score, since nobody
    /// looked.
    package var fields: FieldSet = .all

    /// Give this to the request for the next page.
    package var position: MatchPosition { MatchPosition(key: key, ordinal: ordinal) }
}

/// Fields of the index, one bit for each.
package struct FieldSet: Sendable, Hashable {
    private let bits: UInt8

    package static let all = FieldSet(bits: .max)

    init(bits: UInt8) { self.bits = bits }

    package func contains(_ field: IndexField) -> Bool { bits >> UInt8(field.rawValue) & 1 == 1 }
}

/// How many matches have a value; `ordinal` numbers the value in the generation's facet table, or the kind.
package struct FacetCount: Sendable, Hashable {
    package var ordinal: UInt16
    package var count: Int
}

/// How the score of one document came about.
///
/// score = relevance + tier height × (4 − tier + 5 × within reach + 10 × matched `should` clauses)
package struct ScoreParts: Sendable, Hashable {
    package struct Clause: Sendable, Hashable {
        /// idf · (k1 + 1) · frequency / (k1 + frequency); 0 if the clause does not match.
        package var score: Double
        /// Occurrences, weighted by variant, field and field length.
        package var frequency: Double
        /// Nil if the clause does not match.
        package var tier: Tier?
        package var fields: Set<IndexField>
    }

    /// One for each clause of the request, in its order; those that must not match count nothing.
    package var clauses: [Clause]
    package var phrase: Double
    package var proximity: Double
    package var quality: Double
    package var distance: Double
    package var kind: Double
    /// True if the document lies within the reach that the request prefers.
    package var isWithinReach = false
    /// The sum of the parts above.
    package var relevance: Double
    /// The height of a tier: no document can have more relevance.
    package var tierHeight: Double
    package var tier: Tier
    package var matchedClauses: Int
    package var score: Double
}
