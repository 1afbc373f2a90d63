import CoreMetrics
import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// The outermost layer: counts and logs every request, turns away clients that ask too often, and puts on the headers that every answer has.
struct Envelope: RouterMiddleware {
    let service: ServiceContext
    let dispatcher: Dispatcher
    let limiter: RateLimiter?

    func handle(
        _ request: Request, context: BanuaRequestContext, next: (Request, BanuaRequestContext) async throws -> Response
    ) async throws -> Response {
        let begun = ContinuousClock.now
        var response = await answer(request, context: context, next: next)
        response.headers[.requestID] = context.id
        for (name, value) in service.site.securityHeaders { response.headers[name] = value }
        let took = ContinuousClock.now - begun
        let route = context.endpointPath ?? "none"
        count(route: route, status: response.status.code, took: took)
        log(request, route: route, status: response.status.code, took: took, context: context)
        return response
    }

    private func count(route: String, status: Int, took: Duration) {
        Counter(label: "banua_http_requests_total", dimensions: [("route", route), ("status", "\(status)")], factory: service.metrics)
            .increment()
        CoreMetrics.Timer(label: "banua_http_request_duration_seconds", dimensions: [("route", route)], factory: service.metrics)
            .recordNanoseconds(Int64(took / .nanoseconds(1)))
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
