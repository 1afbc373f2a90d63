import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Answers from the cache.
///
/// An answer in the cache has passed the checks of the later steps before.
struct AnswerCacheLookup: PipelineStep {
    func apply(to exchange: inout Exchange) {
        guard let tag = exchange.tag, let index = exchange.index else { return }
        // The address, and all headers that the answer depends on.
        let isSecure = exchange.request.headers[.forwardedProtocol] == "https"
        let key = "\(tag) \(exchange.acceptsGzip) \(exchange.host) \(isSecure) \(exchange.request.uri.string)"
        exchange.cacheKey = key
        guard let answer = index.answers.answer(for: key) else { return }
        exchange.response =
            ConditionalRequest.matchesAnyAnswer(exchange.request)
            ? ConditionalRequest.notModified(tag, index)
            : Response(status: .ok, headers: answer.headers, body: .init(byteBuffer: answer.body))
    }
}

/// Stores the answer for the next request of the same kind, and finishes the exchange.
struct AnswerCacheStorage: PipelineStep {
    func apply(to exchange: inout Exchange) {
        guard let assembled = exchange.assembled else { return }
        if let key = exchange.cacheKey, assembled.status == .ok {
            exchange.index?.answers.store(.init(headers: assembled.headers, body: assembled.body), for: key)
        }
        exchange.response = assembled.response
    }
}
