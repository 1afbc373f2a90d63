import HummingbirdCore

/// Decodes the query string.
struct QueryDecoding: PipelineStep {
    func apply(to exchange: inout Exchange) throws {
        guard let query = exchange.request.uri.query else { return }
        guard let pairs = PercentEncoding.pairs(ofQuery: query) else { throw Problem.badEscape(in: "query") }
        exchange.query = pairs
    }
}
