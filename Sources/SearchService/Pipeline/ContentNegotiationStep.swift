import Hummingbird
import HummingbirdCore

/// Chooses the format of the answer, by the parameter `f` or else by the Accept header, and its compression.
struct ContentNegotiationStep: PipelineStep {
    func apply(to exchange: inout Exchange) throws {
        exchange.acceptsGzip = ContentNegotiation.acceptsGzip(exchange.request.headers[.acceptEncoding])
        exchange.format = try Self.format(for: exchange)
    }

    private static func format(for exchange: Exchange) throws -> AnswerMediaType {
        let route = exchange.route
        if route.takesFormat,
            let name = exchange.query.last(where: { $0.name == CommonParameters.formatName })?.value
        {
            guard let format = AnswerMediaType(rawValue: name), route.formats.contains(format) else {
                let known = route.formats.map(\.rawValue).joined(separator: ", ")
                throw Problem.invalidValue(name, of: CommonParameters.formatName, expected: "one of \(known)")
            }
            return format
        }
        guard let format = ContentNegotiation.format(among: route.formats, accept: exchange.request.accept) else {
            throw Problem.notAcceptable(route.formats)
        }
        return format
    }
}

extension Request {
    /// All Accept headers as one.
    ///
    /// Returns nil if there is none.
    var accept: String? {
        let values = headers[values: .accept]
        return values.isEmpty ? nil : values.joined(separator: ",")
    }
}
