import HTTPTypes

/// The page of the API, for people who write programs: every described route with its parameters.
enum APIPage {
    static func reply(_ request: RouteRequest) -> Reply {
        var page = Page(request, title: "")
        page.layout.title = page.words["apiHeading"]
        let described = request.service.routes.filter(\.isDescribed)
        let groups = Route.Tag.allCases.compactMap { tag -> APIView.Group? in
            let routes = described.filter { $0.tag == tag }
            guard !routes.isEmpty else { return nil }
            return .init(title: tag.rawValue, summary: tag.summary, routes: routes.map(APIView.Route.init))
        }
        var reply = page.reply(APIView(layout: page.layout, groups: groups))
        reply.headers[.link] = "</api?f=openapi>; rel=\"service-desc\""
        return reply
    }
}

/// The values of api.mustache.
struct APIView: PageView {
    struct Group: TemplateView {
        var title: String
        var summary: String
        var routes: [Route]
    }

    struct Route: TemplateView {
        var path: String
        var summary: String
        var parameters: [Parameter]
        var hasParameters: Bool
        /// Nil if the address needs values.
        var url: String?
    }

    struct Parameter: TemplateView {
        var name: String
    }

    static let template = "api"

    var layout: LayoutView
    var groups: [Group]
}

extension APIView.Route {
    init(_ route: Route) {
        let parameters = route.parameters.filter { $0.location == .query }
        path = route.path
        summary = route.summary
        self.parameters = parameters.map { APIView.Parameter(name: $0.name) }
        hasParameters = !parameters.isEmpty
        url = route.path.contains("{") || parameters.contains(where: \.isRequired) ? nil : route.path
    }
}
