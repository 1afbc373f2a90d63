import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Makes the ETag of the answer, and answers 304 if the client has this answer already.
struct ConditionalRequest: PipelineStep {
    func apply(to exchange: inout Exchange) {
        guard let tag = Self.tag(for: exchange) else { return }
        exchange.tag = tag
        if tag.isListed(in: exchange.request.headers[.ifNoneMatch]) {
            exchange.response = Self.notModified(tag, exchange.index)
        }
    }

    /// Whether the client asks for 304 if there is any answer at all.
    ///
    /// That is known only after the route has answered.
    static func matchesAnyAnswer(_ request: Request) -> Bool { request.headers[.ifNoneMatch] == "*" }

    static func notModified(_ tag: EntityTag, _ index: OpenIndex?) -> Response {
        var headers: HTTPFields = [
            .eTag: tag.description, .cacheControl: "no-cache", .vary: ResponseAssembly.varyingHeaders,
        ]
        headers[.banuaGeneration] = index?.name
        return Response(status: .notModified, headers: headers)
    }

    private static func tag(for exchange: Exchange) -> EntityTag? {
        let version: String
        switch exchange.route.changesWith {
        case .time: return nil
        case .edition: version = "edition"
        case .generation:
            guard let index = exchange.index else { return nil }
            version = index.name
        }
        guard let format = exchange.format else { return nil }
        return EntityTag(
            version: version, edition: exchange.service.site.edition, address: exchange.request.uri.string,
            format: format)
    }
}
