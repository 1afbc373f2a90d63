import CRanking
import Geo
import IndexDefinition

/// A query to the index: what matches, in which order, and which page of it.
package struct IndexQuery: Sendable {
    package enum Order: Sendable, Hashable {
        /// Best first.
        case score
        /// Nearest to `origin` first; documents without a position do not match.
        case distance
        /// By folded name.
        case name
        /// By id.
        case id
        /// By a number, such as the price; documents of which it is unknown come last.
        case fact(String, ascending: Bool)
    }

    /// Empty: every document matches, and `order` cannot be `score`.
    package var clauses: [MatchClause]
    package var filter = Filter()
    /// Conditions on stored properties, which must all hold too.
    package var properties: [PropertyCondition] = []
    package var weights: RankingWeights
    package var order: Order
    /// How many hits are kept; 0 only counts.
    package var limit: Int
    /// Keeps only hits behind this one; totals and facets count all.
    package var after: MatchHit?
    package var facets: Set<FacetField> = []
    /// Facts whose values are counted, by name; of numbers, the ranges between the bounds.
    package var factFacets: [String: [Double]] = [:]
    /// Where distances are measured from, for `order` and for the score's distance part.
    package var origin: Coordinate?
    /// True if a document whose position is only known to lie within some metres counts as at least so far away, in the
    /// order by distance.
    package var doubtsPositions = false
    /// True if documents within the weights' reach of the origin come before the others.
    package var prefersReach = false
    /// The share, 0...1, of the weight `kindIntent` that documents of a kind get.
    package var kindIntent: [DocumentKind: Double] = [:]
    /// The group of the noun that says what is asked for; 0 if there is none.
    package var headGroup: UInt8 = 0
    /// Documents of these kinds follow the others if they have a word only by a synonym, a completion or a correction.
    package var yieldingKinds: Set<DocumentKind> = []
    /// Matches only these documents, one by one; nil for all.
    package var candidates: [DocumentRef]?

    package init(clauses: [MatchClause] = [], weights: RankingWeights = .unranked, order: Order, limit: Int) {
        self.clauses = clauses
        self.weights = weights
        self.order = order
        self.limit = limit
    }
}

extension IndexQuery {
    /// Refuses what the scorer cannot do.
    func check() throws {
        let scored = clauses.count { $0.occurrence.isScored }
        guard scored <= Int(BANUA_MAX_CLAUSES) else {
            throw IndexStoreError.tooManyClauses(scored, limit: Int(BANUA_MAX_CLAUSES))
        }
        guard (0...100_000).contains(limit) else { throw IndexStoreError.limitOutOfRange(limit, range: 0...100_000) }
        guard
            clauses.allSatisfy({
                $0.idf >= 0 && $0.idf.isFinite && $0.terms.allSatisfy { $0.weight >= 0 && $0.weight.isFinite }
            })
        else {
            throw IndexStoreError.badWeights("an idf or the weight of a term is negative or no number")
        }
        let conditions = filter.facts.count + properties.count
        guard conditions <= Int(BANUA_MAX_CONDITIONS) else {
            throw IndexStoreError.tooManyConditions(conditions, limit: Int(BANUA_MAX_CONDITIONS))
        }
        if let problem = weights.problem { throw IndexStoreError.badWeights(problem) }
        guard origin != nil || order != .distance else { throw IndexStoreError.noOrigin }
        guard !clauses.isEmpty || order != .score else { throw IndexStoreError.nothingToScore }
    }
}
