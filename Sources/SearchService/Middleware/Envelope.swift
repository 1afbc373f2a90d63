import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// The outermost layer: counts and logs every request, turns away clients that ask too often, and puts on the headers that every answer has.
struct Envelope: RouterMiddleware {
    let service: ServiceContext
    let dispatcher: Dispatcher
    let limiter: RateLimiter?
    let meter: RequestMeter
    private let securityHeaders: [(HTTPField.Name, String)]

    init(service: ServiceContext, dispatcher: Dispatcher) {
        self.service = service
        self.dispatcher = dispatcher
        let rate = service.configuration.requestsPerSecond
        limiter = rate > 0 ? RateLimiter(requestsPerSecond: rate) : nil
        meter = RequestMeter(metrics: service.metrics)
        securityHeaders = service.site.securityHeaders
    }

    func handle(
        _ request: Request, context: BanuaRequestContext, next: (Request, BanuaRequestContext) async throws -> Response
    ) async throws -> Response {
        let begun = ContinuousClock.now
        var response = await answer(request, context: context, next: next)
        if request.method == .head { response = response.createHeadResponse() }
        response.headers[.requestID] = context.requestID
        for (name, value) in securityHeaders { response.headers[name] = value }
        let took = ContinuousClock.now - begun
        let route = context.endpointPath.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "none"
        meter.record(route: route, status: response.status.code, took: took)
        log(request, route: route, status: response.status.code, took: took, context: context)
        return response
    }

    private func answer(
        _ request: Request, context: BanuaRequestContext, next: (Request, BanuaRequestContext) async throws -> Response
    ) async -> Response {
        do {
            if let limiter, let client = context.client, let wait = limiter.wait(for: client) { throw Problem.tooMany(after: wait) }
            guard [.get, .head, .options].contains(request.method) else {
                throw Problem.methodNotAllowed(ParameterCheck.excerpt(request.method.rawValue))
            }
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound && request.method == .options {
            // No preflight, which has been answered by now: somebody asks what may be done here.
            return Response(status: .noContent, headers: [.allow: Problem.allowedMethods])
        } catch {
            return dispatcher.response(to: error, request: request, index: service.index.current, context: context)
        }
    }

    private func log(_ request: Request, route: String, status: Int, took: Duration, context: BanuaRequestContext) {
        guard context.logger.logLevel <= .info else { return }
        var metadata: Logger.Metadata = [
            "method": "\(request.method.rawValue)", "route": "\(route)", "status": "\(status)", "ms": "\(took / .milliseconds(1))",
        ]
        if service.configuration.logQueries { metadata["query"] = "\(request.uri.query ?? "")" }
        context.logger.info("request", metadata: metadata)
    }
}
