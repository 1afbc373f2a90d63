import HTTPTypes
import Hummingbird
import Logging

/// The outermost layer: counts and logs every request, and puts on the headers that every answer has.
struct Envelope: RouterMiddleware {
    let service: ServiceContext
    let meter: RequestMeter
    private let securityHeaders: [(HTTPField.Name, String)]

    init(service: ServiceContext) {
        self.service = service
        meter = RequestMeter(metrics: service.metrics)
        securityHeaders = service.site.securityHeaders
    }

    func handle(
        _ request: Request, context: BanuaRequestContext, next: (Request, BanuaRequestContext) async throws -> Response
    ) async throws -> Response {
        let begun = ContinuousClock.now
        defer { service.hangUps.remove(context.connection) }
        var response = try await next(request, context)
        if request.method == .head { response = response.createHeadResponse() }
        response.headers[.requestID] = context.requestID
        for (name, value) in securityHeaders { response.headers[name] = value }
        let took = ContinuousClock.now - begun
        let route = context.endpointPath.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "none"
        meter.record(route: route, status: response.status.code, took: took)
        log(request, route: route, status: response.status.code, took: took, context: context)
        return response
    }

    private func log(_ request: Request, route: String, status: Int, took: Duration, context: BanuaRequestContext) {
        guard context.logger.logLevel <= .info else { return }
        var metadata: Logger.Metadata = [
            "method": "\(request.method.rawValue)", "route": "\(route)", "status": "\(status)",
            "ms": "\(took / .milliseconds(1))",
        ]
        if service.configuration.logQueries { metadata["query"] = "\(request.uri.query ?? "")" }
        context.logger.info("request", metadata: metadata)
    }
}
