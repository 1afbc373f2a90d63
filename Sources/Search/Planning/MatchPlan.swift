import Geo
import IndexDefinition
import IndexStore

/// One search of the index: what to match, where, in which order, and which page of it.
struct MatchPlan {
    var interpretation: Interpretation?
    var scope: Scope
    var order: MatchRequest.Order
    var limit: Int
    var after: MatchPosition?
    var facets: Set<FacetField>
}

/// What a plan found: everything counted, one page kept.
struct Found {
    struct Document {
        var ordinal: Int
        /// What the order goes by: the score, metres, or the rank of the name.
        var key: Double
        var score: Double?
        /// Those that words were found in.
        var fields = FieldSet.all
    }

    var total = 0
    /// How many documents have every word; 0 if the order is not by score.
    var completeTotal = 0
    var documents: [Document] = []
    var facetCounts: [FacetField: [FacetCount]] = [:]
}

extension Found {
    init(_ result: MatchResult) {
        total = result.total
        completeTotal = result.completeTotal
        documents = result.hits.map { Document(ordinal: $0.ordinal, key: $0.key, score: $0.score, fields: $0.fields) }
        facetCounts = result.facetCounts
    }
}

/// Runs plans against the index.
struct PlanRunner {
    let reader: IndexReader
    let weights: RankingWeights
    let geodesic: GeodesicDistance

    func run(_ plan: MatchPlan) throws -> Found {
        if plan.interpretation?.isImpossible ?? false { return Found() }
        return Found(try reader.match(try request(for: plan)))
    }

    func request(for plan: MatchPlan) throws -> MatchRequest {
        var request = MatchRequest(
            clauses: plan.interpretation?.matchClauses ?? [], weights: weights, order: plan.order, limit: plan.limit)
        request.filter = plan.scope.filter
        request.filter.requiresPosition = plan.scope.requiresPosition
        request.after = plan.after
        request.facets = plan.facets
        if plan.order == .distance || plan.scope.ranksByDistance {
            request.origin = plan.scope.origin
            request.prefersReach = plan.scope.requiresPosition && plan.scope.filter.circle == nil
        }
        request.kindIntent = plan.interpretation?.kindIntent ?? [:]
        request.geodesic = geodesic
        return request
    }

    /// How many documents a clause matches at most.
    func documentCount(of clause: MatchClause) -> Int { reader.generation.documentCount(of: clause) }
}
