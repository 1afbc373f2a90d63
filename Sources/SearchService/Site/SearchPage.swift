import Base
import Geo
import HTTPTypes
import IndexDefinition
import Search

/// The search page: asks, and puts form, filters and answer together.
enum SearchPage {
    static func reply(_ request: RouteRequest) async throws -> Reply {
        let state = PageState(request.values)
        do {
            return try await request.withSession { try answered(request, state, $0) }
        } catch let problem as Problem where problem.status == .serviceUnavailable {
            var page = form(request, state)
            page.values["problem"] = ProblemPage.detail(problem, page.words)
            var reply = page.reply(template(request))
            reply.status = problem.status
            reply.headers = problem.headers
            return reply
        }
    }

    private static func answered(_ request: RouteRequest, _ state: PageState, _ session: SearchSession) throws -> Reply
    {
        var page = form(request, state)
        do {
            if state.isStart {
                page.values["structuredData"] = StructuredData.site(url: FeatureLinks(request).url("/"))
                page.values["start"] = try StartView(session).values(state, page.words)
            } else {
                let found = try FoundPage(searchRequest(request, state), session)
                page.values.merge(SearchForm.filters(found.counts, state, page.words)) { $1 }
                page.values.merge(try AnswerView(found, state, page.words).values()) { $1 }
            }
        } catch let error as SearchError where error.kind == .usage || error.kind == .noInput {
            page.values.merge(Misunderstanding.values(error, state, page.words)) { $1 }
        }
        return page.reply(template(request))
    }

    private static func template(_ request: RouteRequest) -> String { request.text("part") != nil ? "part" : "search" }

    /// The page with its form as it was filled, without an answer.
    private static func form(_ request: RouteRequest, _ state: PageState) -> Page {
        var page = Page(request, title: "")
        page.values["title"] = state["q"] ?? page.words["searchLabel"]
        page.values.merge(SearchForm.values(state, page.words)) { $1 }
        page.values.merge(SearchForm.filters([:], state, page.words)) { $1 }
        return page
    }

    private static func searchRequest(_ request: RouteRequest, _ state: PageState) throws -> SearchRequest {
        var asked = try SearchParameters.searchRequest(request)
        asked.limit = request.integer("limit") ?? 20
        asked.facets = [.kind, .category, .regency]
        return asked
    }
}

/// An answer for the search page, with the counts that each filter would give if it were changed.
struct FoundPage: Sendable {
    var asked: SearchRequest
    var answer: SearchAnswer
    var counts: [SearchRequest.FacetField: [Facet.Count]]
    /// A radius or an order by distance was asked for without a place to measure from, and left out.
    var lacksPlace = false
    /// Where nothing lies within a radius: larger ones in metres, with how much lies within them.
    var wider: [(radius: Double, total: Int)] = []

    /// Throws: SearchError.
    init(_ request: SearchRequest, _ session: SearchSession) throws(SearchError) {
        asked = request
        do {
            answer = try session.search(asked)
        } catch {
            guard error.code == .invalidValue, error.parameter == "near", asked.near == nil else { throw error }
            lacksPlace = true
            asked.radiusMetres = nil
            if asked.sort == .distance { asked.sort = nil }
            answer = try session.search(asked)
        }
        counts = Dictionary(answer.facets.map { ($0.field, $0.counts) }) { first, _ in first }
        // The counts of a filter that is set come from a search without it: else it would offer nothing but itself.
        for (field, isSet) in [
            (SearchRequest.FacetField.kind, !asked.kinds.isEmpty), (.category, asked.category != nil),
            (.regency, asked.regency != nil),
        ]
        where isSet {
            var wider = asked
            wider.cursor = nil
            wider.limit = 1
            wider.wantsHighlights = false
            wider.facets = [field]
            switch field {
            case .kind: wider.kinds = []
            case .category: wider.category = nil
            default: wider.regency = nil
            }
            counts[field] = try session.search(wider).facets.first?.counts
        }
        wider = try Self.wider(asked, answer, session)
    }

    /// Each radius that finds more than the one before.
    private static func wider(_ asked: SearchRequest, _ answer: SearchAnswer, _ session: SearchSession)
        throws(SearchError)
        -> [(radius: Double, total: Int)]
    {
        guard answer.total == 0, let least = answer.query.radiusMetres, let place = answer.query.near else { return [] }
        var request = asked
        request.text = answer.query.keywords
        request.near = .text(place.code ?? place.label)
        request.limit = 1
        request.facets = []
        request.wantsHighlights = false
        var found: [(radius: Double, total: Int)] = []
        for radius in [5_000.0, 10_000, 25_000, 50_000, 100_000] where radius > least {
            request.radiusMetres = radius
            let total = try session.search(request).total
            if total > found.last?.total ?? 0 { found.append((radius, total)) }
        }
        return found
    }
}
