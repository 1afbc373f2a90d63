import HTTPTypes
import HummingbirdCore

/// Calls the handler of the route.
struct RouteHandling: PipelineStep {
    func apply(to exchange: inout Exchange) async throws {
        guard let request = exchange.routeRequest else { throw Problem.internal }
        let reply = try await exchange.route.handle(request)
        if let tag = exchange.tag, reply.status == .ok, ConditionalRequest.matchesAnyAnswer(exchange.request) {
            exchange.response = ConditionalRequest.notModified(tag, exchange.index)
        }
        exchange.reply = reply
    }
}
