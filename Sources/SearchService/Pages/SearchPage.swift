import Base
import IndexDefinition
import Search

/// The search page, which is also the start page.
enum SearchPage {
    static func reply(_ request: RouteRequest) async throws -> Reply {
        let request = joiningBounds(request)
        let state = state(request)
        return try await request.withSession { try reply(request, state, $0) }
    }

    /// The page with its form, but with a problem instead of an answer.
    static func reply(_ problem: Problem, _ request: RouteRequest) -> Reply {
        let request = joiningBounds(request)
        let page = page(request, state(request))
        var results = ResultsView()
        results.problem = ProblemPage.detail(problem, page.words)
        var reply = reply(request, page, state(request), results)
        reply.status = problem.status
        reply.headers = problem.headers
        return reply
    }

    private static func joiningBounds(_ request: RouteRequest) -> RouteRequest {
        var joined = request
        joined.values = PageParameters.joiningBounds(request.values)
        return joined
    }

    private static func state(_ request: RouteRequest) -> PageState {
        PageState(request.values, defaultLanguage: request.service.site.languages.all[0].code)
    }

    private static func page(_ request: RouteRequest, _ state: PageState) -> Page {
        var page = Page(request, title: "")
        page.layout.title = state["q"] ?? page.words["searchLabel"]
        return page
    }

    private static func reply(_ request: RouteRequest, _ state: PageState, _ session: SearchSession) throws -> Reply {
        var page = page(request, state)
        let facts = request.service.site.facts
        do {
            if state.isStart {
                page.layout.structuredData = StructuredData.site(url: request.links.url("/"))
                let start = try StartView(session, state, page.words, region: page.region)
                var all = SearchRequest()
                all.limit = 1
                let counts = FilterCounts(try session.search(all.countingFilters()))
                return reply(request, page, state, ResultsView(start: start), counts: counts)
            }
            let search = try request.searchRequest(limit: PageParameters.limit).countingFilters()
            let result = try SearchResult(search, session)
            return reply(request, page, state, try ResultsView(result, state, page.words, facts), counts: result.counts)
        } catch let error as SearchError where error.kind == .usage || error.kind == .noInput {
            // For an invalid query, the page with the form shows the problem.
            return reply(request, page, state, ResultsView(error, state, page.words, facts))
        }
    }

    private static func reply(
        _ request: RouteRequest, _ page: Page, _ state: PageState, _ results: ResultsView,
        counts: FilterCounts = FilterCounts()
    ) -> Reply {
        let view = SearchPageView(
            layout: page.layout, form: SearchFormView(state, page.words),
            filters: FiltersView(counts, state, page.words, request.service.site.facts), results: results)
        let isPart = request[PageParameters.part] != nil
        return page.reply(view, template: isPart ? SearchPageView.partTemplate : SearchPageView.template)
    }
}
