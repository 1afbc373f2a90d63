import Geo
import IndexDefinition
import IndexStore

/// One search of the index: clauses, scope, order and page.
struct MatchPlan {
    var interpretation: Interpretation?
    var scope: Scope
    var order: MatchRequest.Order
    var limit: Int
    var after: MatchPosition?
    var facets: Set<FacetField>
}

/// The result of a plan: all counts, and one page of matches.
struct Found {
    struct Document {
        var ordinal: Int
        /// The value that decides the order: the score, metres, or the rank of the name.
        var key: Double
        var score: Double?
        /// The fields in which words were found.
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

    /// An upper bound of the number of documents that a clause matches.
    func documentCount(of clause: MatchClause) -> Int { reader.generation.documentCount(of: clause) }
}
