import Foundation
import Hummingbird
import HummingbirdCore

/// Checks the parameters and makes the request of the route.
struct ParameterValidation: PipelineStep {
    func apply(to exchange: inout Exchange) throws {
        guard let format = exchange.format else { throw Problem.internal }
        let values = try ParameterCheck.values(
            of: exchange.query, path: Self.pathValues(exchange.context), for: exchange.route,
            ignoresUnknown: format == .html)
        let service = exchange.service
        exchange.routeRequest = RouteRequest(
            path: exchange.request.uri.path, values: values, format: format,
            links: ServiceLinks(
                host: exchange.host, headers: exchange.request.headers, configuration: service.configuration),
            index: exchange.index, service: service, deadline: .now + service.configuration.timeLimit,
            connection: exchange.context.connection)
    }

    private static func pathValues(_ context: BanuaRequestContext) throws -> [String: String] {
        var values: [String: String] = [:]
        for (name, text) in context.parameters {
            guard let value = text.removingPercentEncoding else { throw Problem.badEscape(in: String(name)) }
            values[String(name)] = value
        }
        return values
    }
}
