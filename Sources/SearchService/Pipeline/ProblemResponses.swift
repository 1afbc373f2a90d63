import Hummingbird
import HummingbirdCore
import Logging
import Search

/// Turns errors into the problems that clients get.
///
/// No other place answers with an error of a request.
struct ProblemResponses: Sendable {
    let service: ServiceContext

    /// The response to an error of a request that has a route.
    func response(to error: any Error, _ exchange: Exchange) -> Response {
        let problem = problem(of: error, path: exchange.request.uri.path, exchange.context)
        if let page = exchange.route.problemPage, let request = exchange.routeRequest, request.format == .html,
            problem.status == .serviceUnavailable
        {
            return response(page(problem, request), exchange.request, exchange.index)
        }
        return response(
            problem, exchange.request, exchange.index, asPage: exchange.route.hasPage && prefersPage(exchange))
    }

    /// The response to an error of a request that has no route.
    func response(to error: any Error, _ request: Request, _ context: BanuaRequestContext) -> Response {
        let path = request.uri.path
        // Programs rely on /v1 having no pages.
        let mayBePage = path != "/v1" && !path.hasPrefix("/v1/") && (request.method == .get || request.method == .head)
        return response(
            problem(of: error, path: path, context), request, service.currentIndex.index,
            asPage: mayBePage && prefersPage(request))
    }

    /// Maps the error.
    ///
    /// Errors that are not the client's are logged, and the client does not see their text.
    private func problem(of error: any Error, path: String, _ context: BanuaRequestContext) -> Problem {
        let isInterrupted = (error as? SearchError)?.code == .interrupted
        if isInterrupted, service.disconnectedClients.contains(context.connection) { return .disconnected }
        let problem = Problem(error)
        if problem.status == .internalServerError {
            context.logger.error("request failed", metadata: ["path": "\(path)", "error": "\(error)"])
        }
        return problem
    }

    private func response(_ problem: Problem, _ request: Request, _ index: OpenIndex?, asPage: Bool) -> Response {
        guard asPage else { return response(Reply(problem, path: request.uri.path), request, index) }
        let language = request.uri.queryParameters["lang"].map(String.init)
        let page = ProblemPage.reply(problem, service.site, path: request.uri.path, language: language, index: index)
        return response(page, request, index)
    }

    private func response(_ reply: Reply, _ request: Request, _ index: OpenIndex?) -> Response {
        let acceptsGzip = ContentNegotiation.acceptsGzip(request.headers[.acceptEncoding])
        return AssembledResponse(reply, tag: nil, generation: index?.name, acceptsGzip: acceptsGzip).response
    }
}

/// Whether the client gets the problem as a page.
extension ProblemResponses {
    private func prefersPage(_ exchange: Exchange) -> Bool {
        exchange.format.map { $0 == .html } ?? prefersPage(exchange.request)
    }

    private func prefersPage(_ request: Request) -> Bool {
        if let name = request.uri.queryParameters["f"] { return name == AnswerMediaType.html.rawValue }
        return ContentNegotiation.format(among: [.json, .html], accept: request.accept) == .html
    }
}
