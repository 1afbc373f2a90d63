import Foundation
import HTTPTypes

/// What a route answers, before it is dressed as an HTTP response: bytes, their media type, and what else the client
/// should know.
struct Reply: Sendable {
    var status: HTTPResponse.Status = .ok
    var mediaType: AnswerMediaType
    /// Overrides the media type's own Content-Type (static files).
    var contentType: String?
    var headers: HTTPFields = [:]
    var body: [UInt8]

    init(
        status: HTTPResponse.Status = .ok, _ mediaType: AnswerMediaType, contentType: String? = nil,
        headers: HTTPFields = [:],
        _ body: [UInt8]
    ) {
        self.status = status
        self.mediaType = mediaType
        self.contentType = contentType
        self.headers = headers
        self.body = body
    }

    /// A problem, as programs are told it; never to be kept.
    init(_ problem: Problem, path: String) {
        self.init(
            status: problem.status, .json, contentType: Problem.mediaType, headers: problem.headers,
            problem.body(instance: path))
        headers[.cacheControl] = "no-store"
    }

    init(status: HTTPResponse.Status = .ok, _ mediaType: AnswerMediaType, headers: HTTPFields = [:], text: String) {
        self.init(status: status, mediaType, headers: headers, Array(text.utf8))
    }
}

extension HTTPField.Name {
    static let banuaGeneration = Self.known("Banua-Generation")
    static let contentCRS = Self.known("Content-Crs")
    static let link = Self.known("Link")
    static let requestID = Self.known("X-Request-Id")
    static let retryAfter = Self.known("Retry-After")

    /// A header name of ours; the name is a literal of this file, and one that were not a token would be caught by any
    /// test.
    private static func known(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .via }
}
