import Hummingbird

/// All routes, in the order the API description lists them.
enum RouteTable {
    static var all: [Route] { SearchRoutes.all + FeatureRoutes.all + OperationRoutes.all + SiteRoutes.all }

    /// The router over the table: each route for GET and HEAD, whatever else is a problem.
    static func router(_ service: ServiceContext) -> Router<BanuaRequestContext> {
        let dispatcher = Dispatcher(service: service)
        let router = Router(context: BanuaRequestContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: Envelope(service: service))
        if let cors = CORSMiddleware<BanuaRequestContext>(origin: service.configuration.corsOrigin) {
            router.add(middleware: cors)
        }
        router.add(middleware: Gate(service: service, dispatcher: dispatcher))
        for route in all {
            router.get(RouterPath(stringLiteral: route.path)) { request, context in
                await dispatcher.respond(to: request, with: route, context: context)
            }
        }
        return router
    }
}

extension CORSMiddleware where Context == BanuaRequestContext {
    /// Nil where no origin may call; "*" lets all.
    init?(origin: String) {
        guard !origin.isEmpty else { return nil }
        self.init(
            allowOrigin: origin == "*" ? .all : .custom(origin),
            allowHeaders: [.accept, .acceptLanguage, .ifNoneMatch],
            allowMethods: [.get, .head],
            exposedHeaders: ["Banua-Generation", "ETag", "Link", "Content-Crs"], maxAge: .hours(1))
    }
}
