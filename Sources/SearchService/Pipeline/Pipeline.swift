import Hummingbird

/// Answers the requests of all routes, step by step.
struct Pipeline: Sendable {
    /// The steps in their order.
    ///
    /// Each does one thing. The step that sets ``Exchange/response`` is the last one.
    static let steps: [any PipelineStep] = [
        RequestLimits(),  // size of address and headers, no body
        QueryDecoding(),
        ContentNegotiationStep(),  // format and compression
        ConditionalRequest(),  // 304 if the client has the answer
        AnswerCacheLookup(),
        ParameterValidation(),
        RouteHandling(),  // the handler of the route
        ResponseAssembly(),  // headers and compression
        AnswerCacheStorage(),
    ]

    let service: ServiceContext

    func respond(to request: Request, with route: Route, context: BanuaRequestContext) async -> Response {
        var exchange = Exchange(request: request, route: route, context: context, service: service)
        do {
            for step in Self.steps {
                try await step.apply(to: &exchange)
                if let response = exchange.response { return response }
            }
            throw Problem.internal
        } catch {
            return ProblemResponses(service: service).response(to: error, exchange)
        }
    }
}

/// A step of the pipeline.
protocol PipelineStep: Sendable {
    /// Does the work of the step.
    ///
    /// - Throws: an error that the client gets as a problem.
    func apply(to exchange: inout Exchange) async throws
}
