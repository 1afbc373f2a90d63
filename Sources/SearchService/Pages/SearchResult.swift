import IndexDefinition
import Search

/// An answer for the search page, with the counts that each filter would have if it were changed.
struct SearchResult: Sendable {
    /// A larger radius, and how many documents are within it.
    struct WiderRadius: Sendable {
        var metres: Double
        var total: Int
    }

    let request: SearchRequest
    let answer: SearchAnswer
    let counts: FilterCounts
    /// Whether the request had a radius or an order by distance but no place.
    ///
    /// They are left out then.
    let lacksPlace: Bool
    /// The larger radii that find something, if the radius of the request finds nothing.
    let widerRadii: [WiderRadius]
}

extension SearchResult {
    /// - Throws: SearchError.
    init(_ request: SearchRequest, _ session: SearchSession) throws(SearchError) {
        var (request, lacksPlace) = (request, false)
        let answer: SearchAnswer
        do {
            answer = try session.search(request)
        } catch {
            guard error.code == .invalidValue, error.parameter == "near", request.near == nil else { throw error }
            lacksPlace = true
            request.radiusMetres = nil
            if request.sort == .distance { request.sort = nil }
            answer = try session.search(request)
        }
        var counts = FilterCounts(answer)
        for counted in Self.requestsForCounts(request) {
            let changed = FilterCounts(try session.search(counted))
            counts.fields.merge(changed.fields) { _, new in new }
            counts.facts.merge(changed.facts) { _, new in new }
        }
        self.init(
            request: request, answer: answer, counts: counts, lacksPlace: lacksPlace,
            widerRadii: try Self.widerRadii(request, answer, session))
    }

    /// For each filter that is set, the request without it.
    ///
    /// Its counts show what the filter could be changed to.
    private static func requestsForCounts(_ request: SearchRequest) -> [SearchRequest] {
        var base = request
        base.cursor = nil
        base.limit = 1
        base.wantsHighlights = false
        base.facets = []
        base.factFacets = []
        var requests: [SearchRequest] = []
        let add = { (change: (inout SearchRequest) -> Void) in
            var changed = base
            change(&changed)
            requests.append(changed)
        }
        if !request.kinds.isEmpty { add { ($0.kinds, $0.facets) = ([], [.kind]) } }
        if request.category != nil { add { ($0.category, $0.facets) = (nil, [.category]) } }
        if request.regency != nil { add { ($0.regency, $0.facets) = (nil, [.regency]) } }
        for name in Set(request.facts.map(\.fact)).sorted() {
            add { changed in
                changed.facts.removeAll { $0.fact == name }
                changed.factFacets = [name]
            }
        }
        return requests
    }

    /// The radii that find more than the radius before.
    private static func widerRadii(_ request: SearchRequest, _ answer: SearchAnswer, _ session: SearchSession)
        throws(SearchError) -> [WiderRadius]
    {
        guard answer.total == 0, let radius = answer.query.radiusMetres, let place = answer.query.near else {
            return []
        }
        var wider = request
        wider.text = answer.query.keywords
        wider.near = .text(place.code ?? place.label)
        wider.limit = 1
        wider.facets = []
        wider.wantsHighlights = false
        var radii: [WiderRadius] = []
        for metres in [5_000.0, 10_000, 25_000, 50_000, 100_000] where metres > radius {
            wider.radiusMetres = metres
            let total = try session.search(wider).total
            if total > radii.last?.total ?? 0 { radii.append(WiderRadius(metres: metres, total: total)) }
        }
        return radii
    }
}
