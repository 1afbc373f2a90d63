import IndexDefinition
import IndexStore

extension IndexQuery {
    /// The weight of the distance for who asks what is near.
    ///
    /// It is so large that relevance only decides between documents that match the words equally and lie equally far.
    private static let nearWeight = 1e6

    /// The query to the index for an interpretation of a request.
    ///
    /// One hit more than the request's page is asked for, which tells whether there is a next page.
    ///
    /// - Throws: SearchError (usage) if an order by distance has no place to measure from.
    init(_ request: SearchRequest, _ interpretation: Interpretation, after: MatchHit?, weights: RankingWeights)
        throws(SearchError)
    {
        let scope = interpretation.scope
        let hasWords = !interpretation.isEmpty
        let order = try request.order(in: scope, hasWords: hasWords)
        self.init(
            clauses: hasWords ? interpretation.matchClauses : [], weights: weights, order: order,
            limit: request.limit + 1)
        filter = scope.filter
        properties = scope.properties
        facets = Set(request.facets)
        for name in request.factFacets { factFacets[name] = FactColumn.named(name)?.bounds ?? [] }
        headGroup = hasWords ? interpretation.headGroup : 0
        kindIntent = hasWords ? interpretation.kindIntent : [:]
        // Many words are the name of some village in another language.
        yieldingKinds = hasWords && filter.kinds != [.village] ? [.village] : []
        self.after = after
        guard order == .distance || scope.ranksByDistance else { return }
        origin = scope.origin
        // Who asks for the order by distance gets it; the order of a question respects how well positions are known.
        doubtsPositions = request.sort == nil
        prefersReach = filter.requiresPosition && filter.circle == nil
        if prefersReach { self.weights.distance.weight = Self.nearWeight }
    }
}

extension SearchRequest {
    fileprivate func order(in scope: Scope, hasWords: Bool) throws(SearchError) -> IndexQuery.Order {
        switch sort {
        case .name: return .name
        case .fact(let name, let ascending): return .fact(name, ascending: ascending)
        case .distance:
            guard scope.origin != nil else { throw SearchError.needsPlace(for: "An order by distance") }
            return .distance
        case .relevance, nil:
            if hasWords { return .score }
            // In a region the distance from its middle says nothing; around a village it does.
            return scope.origin == nil || !scope.ranksByDistance ? .name : .distance
        }
    }
}
