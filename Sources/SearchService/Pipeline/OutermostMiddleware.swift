import HTTPTypes
import Hummingbird
import HummingbirdCore

/// The outermost middleware: every answer gets the common headers and is logged.
struct OutermostMiddleware: RouterMiddleware {
    private let disconnectedClients: DisconnectedClients
    private let accessLog: AccessLog
    private let securityHeaders: SecurityHeaders

    init(service: ServiceContext) {
        disconnectedClients = service.disconnectedClients
        accessLog = AccessLog(service: service)
        securityHeaders = SecurityHeaders(tileURL: service.configuration.tileURL)
    }

    func handle(
        _ request: Request, context: BanuaRequestContext, next: (Request, BanuaRequestContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        defer { disconnectedClients.remove(context.connection) }
        var response = try await next(request, context)
        if request.method == .head { response = response.createHeadResponse() }
        response.headers[.requestID] = context.requestID
        securityHeaders.add(to: &response.headers)
        accessLog.record(request, response.status, took: ContinuousClock.now - start, context)
        return response
    }
}
