import IndexDefinition
import Search

/// An answer for the search page, with the counts that each filter would have if it were changed.
struct SearchResult: Sendable {
    /// A larger radius, and how many documents are within it.
    struct WiderRadius: Sendable {
        var metres: Double
        var total: Int
    }

    private(set) var request: SearchRequest
    let answer: SearchAnswer
    private(set) var counts: FiltersView.Counts
    /// Whether the request had a radius or an order by distance but no place.
    ///
    /// They are left out then.
    private(set) var lacksPlace = false
    /// The larger radii that find something, if the radius of the request finds nothing.
    let widerRadii: [WiderRadius]

    /// - Throws: SearchError.
    init(_ request: SearchRequest, _ session: SearchSession) throws(SearchError) {
        var request = request
        do {
            answer = try session.search(request)
        } catch {
            guard error.code == .invalidValue, error.parameter == "near", request.near == nil else { throw error }
            lacksPlace = true
            request.radiusMetres = nil
            if request.sort == .distance { request.sort = nil }
            answer = try session.search(request)
        }
        self.request = request
        counts = Dictionary(answer.facets.map { ($0.field, $0.counts) }) { first, _ in first }
        for (field, counted) in Self.requestsForCounts(request) {
            counts[field] = try session.search(counted).facets.first?.counts
        }
        widerRadii = try Self.widerRadii(request, answer, session)
    }

    /// For each filter that is set, the request without it.
    ///
    /// Its counts show what the filter could be changed to.
    private static func requestsForCounts(_ request: SearchRequest) -> [(FacetField, SearchRequest)] {
        var base = request
        base.cursor = nil
        base.limit = 1
        base.wantsHighlights = false
        var requests: [(FacetField, SearchRequest)] = []
        let add = { (field: FacetField, change: (inout SearchRequest) -> Void) in
            var changed = base
            changed.facets = [field]
            change(&changed)
            requests.append((field, changed))
        }
        if !request.kinds.isEmpty { add(.kind) { $0.kinds = [] } }
        if request.category != nil { add(.category) { $0.category = nil } }
        if request.regency != nil { add(.regency) { $0.regency = nil } }
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
