import Hummingbird

/// A request with the results of the steps of the pipeline so far.
struct Exchange: Sendable {
    let request: Request
    let route: Route
    let context: BanuaRequestContext
    let service: ServiceContext
    /// The generation that answers, from the first step to the last.
    let index: OpenIndex?
    /// Host and port as the client wrote them.
    let host: String

    /// The decoded query string.
    var query: [(name: String, value: String)] = []
    /// The format of the answer.
    ///
    /// Nil until it is negotiated.
    var format: AnswerMediaType?
    var acceptsGzip = false
    /// Nil if the answer has no ETag.
    var tag: EntityTag?
    /// The key of the answer in the cache.
    ///
    /// Nil if the answer must not be cached.
    var cacheKey: String?
    /// The checked request.
    ///
    /// Nil until the parameters are checked.
    var routeRequest: RouteRequest?
    /// The answer of the route, before headers and compression.
    var reply: Reply?
    /// The reply with headers and compression.
    var assembled: AssembledResponse?
    /// The finished response.
    ///
    /// It ends the pipeline.
    var response: Response?

    init(request: Request, route: Route, context: BanuaRequestContext, service: ServiceContext) {
        self.request = request
        self.route = route
        self.context = context
        self.service = service
        index = service.currentIndex.index
        let configuration = service.configuration
        host = request.host(fallback: "\(configuration.host):\(configuration.port)")
    }
}
