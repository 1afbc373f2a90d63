import HTTPTypes
import HummingbirdCore

/// Refuses requests that are too large, and those with a body.
struct RequestLimits: PipelineStep {
    func apply(to exchange: inout Exchange) throws {
        let configuration = exchange.service.configuration
        let request = exchange.request
        guard request.uri.string.utf8.count <= configuration.maxAddressBytes else {
            throw Problem.addressTooLong(limit: configuration.maxAddressBytes)
        }
        let headerBytes = request.headers.reduce(0) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count }
        guard headerBytes <= configuration.maxHeaderBytes else { throw Problem.headerTooLarge }
        let hasBody =
            request.headers[.transferEncoding] != nil || request.headers[.contentLength].map { $0 != "0" } == true
        guard !hasBody else { throw Problem.bodyNotAllowed }
    }
}
