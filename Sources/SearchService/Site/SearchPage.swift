import Geo
import HTTPTypes
import IndexDefinition
import Search

/// The search page: asks, and puts form, filters and answer together.
enum SearchPage {
    static func reply(_ request: RouteRequest) async throws -> Reply {
        let state = PageState(request.values)
        var page = Page(request, title: "")
        page.values["title"] = state["q"] ?? page.words["searchLabel"]
        page.values.merge(SearchForm.values(state, page.words)) { $1 }
        let template = request.text("part") != nil ? "part" : "search"
        do {
            if state.isStart {
                page.values["start"] = try await request.withSession { try StartView($0) }.values(state, page.words)
                page.values.merge(SearchForm.filters([:], state, page.words)) { $1 }
            } else {
                let asked = try searchRequest(request, state)
                let found = try await request.withSession { try FoundPage(asked, $0) }
                page.values.merge(SearchForm.filters(found.counts, state, page.words)) { $1 }
                page.values.merge(try AnswerView(found, state, page.words).values()) { $1 }
            }
        } catch let error as SearchError where error.kind == .usage {
            page.values.merge(SearchForm.filters([:], state, page.words)) { $1 }
            page.values.merge(Misunderstanding.values(error, state, page.words)) { $1 }
        } catch let problem as Problem where problem.status == .serviceUnavailable {
            page.values.merge(SearchForm.filters([:], state, page.words)) { $1 }
            page.values["problem"] = ProblemPage.detail(problem, page.words)
            var reply = page.reply(template)
            reply.status = problem.status
            reply.headers = problem.headers
            return reply
        }
        return page.reply(template)
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
            (SearchRequest.FacetField.kind, !asked.kinds.isEmpty), (.category, asked.category != nil), (.regency, asked.regency != nil),
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
    }
}
