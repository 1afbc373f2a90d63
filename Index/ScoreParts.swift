/// The parts of the score of one document, by the weights of `RankingWeights`.
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

        package init(score: Double, frequency: Double, tier: Tier?, fields: Set<IndexField>) {
            self.score = score
            self.frequency = frequency
            self.tier = tier
            self.fields = fields
        }
    }

    /// One for each clause of the query, in its order; those that must not match count nothing.
    package var clauses: [Clause]
    package var phrase: Double
    package var proximity: Double
    package var quality: Double
    package var distance: Double
    package var kind: Double
    package var head: Double
    /// True if the document lies within the reach that the query prefers.
    package var isWithinReach: Bool
    /// The sum of the parts above.
    package var relevance: Double
    /// The height of a tier: no document can have more relevance.
    package var tierHeight: Double
    package var tier: Tier
    package var matchedClauses: Int
    package var score: Double

    package init(
        clauses: [Clause], phrase: Double, proximity: Double, quality: Double, distance: Double, kind: Double,
        head: Double,
        isWithinReach: Bool = false, relevance: Double, tierHeight: Double, tier: Tier, matchedClauses: Int,
        score: Double
    ) {
        self.clauses = clauses
        self.phrase = phrase
        self.proximity = proximity
        self.quality = quality
        self.distance = distance
        self.kind = kind
        self.head = head
        self.isWithinReach = isWithinReach
        self.relevance = relevance
        self.tierHeight = tierHeight
        self.tier = tier
        self.matchedClauses = matchedClauses
        self.score = score
    }
}
