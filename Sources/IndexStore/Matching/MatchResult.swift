import IndexDefinition

/// What a match found: everything counted, the best kept.
public struct MatchResult: Sendable, Hashable {
    /// Matches in all, not only those kept; exact.
    public var total = 0
    /// In the order asked for; ties by ordinal.
    public var hits: [MatchHit] = []
    /// For each field asked for, the values that occur, most documents first, then by ordinal.
    public var facetCounts: [FacetField: [FacetCount]] = [:]

    public init() {}
}

/// A document that was found.
public struct MatchHit: Sendable, Hashable {
    public var ordinal: Int
    /// What the hits are ordered by: the score, metres, the rank of the name, or the ordinal.
    public var key: Double
    /// Nil where the order is not by score.
    public var score: Double?
    /// The worst tier over the clauses that matched, where the order is by score.
    public var tier: Tier
    /// How many clauses matched, where the order is by score.
    public var matchedClauses: Int
    /// The fields that hold a word which was looked for; every field where the order is not by score, since nobody looked.
    public var fields: FieldSet = .all

    /// Give this to the request for the next page.
    public var position: MatchPosition { MatchPosition(key: key, ordinal: ordinal) }
}

/// Fields of the index, one bit for each.
public struct FieldSet: Sendable, Hashable {
    private let bits: UInt8

    public static let all = FieldSet(bits: .max)

    init(bits: UInt8) { self.bits = bits }

    public func contains(_ field: IndexField) -> Bool { bits >> UInt8(field.rawValue) & 1 == 1 }
}

/// How many matches have a value; `ordinal` numbers the value in the generation's facet table, or the kind.
public struct FacetCount: Sendable, Hashable {
    public var ordinal: UInt16
    public var count: Int
}

/// How the score of one document came about: score = relevance + step × (4 − tier + 5 × within reach + 10 × matched `should` clauses).
public struct ScoreParts: Sendable, Hashable {
    public struct Clause: Sendable, Hashable {
        /// idf · (k1 + 1) · frequency / (k1 + frequency); 0 where the clause does not match.
        public var score: Double
        /// Occurrences, weighted by variant, field and field length.
        public var frequency: Double
        /// Nil where the clause does not match.
        public var tier: Tier?
        public var fields: Set<IndexField>
    }

    /// One for each clause of the request, in its order; those that must not match count nothing.
    public var clauses: [Clause]
    public var phrase: Double
    public var proximity: Double
    public var prior: Double
    public var distance: Double
    public var kind: Double
    /// True where the document lies within the reach that the request prefers.
    public var isWithinReach = false
    /// The sum of the parts above.
    public var relevance: Double
    /// The height of a tier: no document can have more relevance.
    public var step: Double
    public var tier: Tier
    public var matchedClauses: Int
    public var score: Double
}
