import Hummingbird

/// All routes, in the order of the API description.
enum RouteTable {
    static func routes(languages: PageLanguages) -> [Route] {
        let routes = SearchRoutes.all + FeatureRoutes.all + OperationRoutes.all + PageRoutes.all
        return routes.map { $0.withCommonParameters(languages) }
    }

    /// The router of all routes, for GET and HEAD.
    ///
    /// Every other request is a problem.
    static func router(_ service: ServiceContext) -> Router<BanuaRequestContext> {
        let router = Router(context: BanuaRequestContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: OutermostMiddleware(service: service))
        if let crossOrigin = CORSMiddleware<BanuaRequestContext>(origin: service.configuration.corsOrigin) {
            router.add(middleware: crossOrigin)
        }
        router.add(middleware: RequestGuard(service: service))
        let pipeline = Pipeline(service: service)
        for route in service.routes {
            router.get(RouterPath(stringLiteral: route.path)) { request, context in
                await pipeline.respond(to: request, with: route, context: context)
            }
        }
        return router
    }
}

extension CORSMiddleware where Context == BanuaRequestContext {
    /// - Parameter origin: "*" allows every origin. Returns nil for an empty text, which allows none.
    init?(origin: String) {
        guard !origin.isEmpty else { return nil }
        self.init(
            allowOrigin: origin == "*" ? .all : .custom(origin),
            allowHeaders: [.accept, .acceptLanguage, .ifNoneMatch],
            allowMethods: [.get, .head], exposedHeaders: ["Banua-Generation", "ETag", "Link", "Content-Crs"],
            maxAge: .hours(1))
    }
}
