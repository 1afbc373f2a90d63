import HTTPTypes

/// The answer of a route before headers and compression are added: status, media type and bytes.
struct Reply: Sendable {
    var status: HTTPResponse.Status = .ok
    var mediaType: AnswerMediaType
    /// The Content-Type, if it is not that of the media type (static files, problems).
    var contentType: String?
    var headers: HTTPFields = [:]
    var body: [UInt8]

    init(
        status: HTTPResponse.Status = .ok, _ mediaType: AnswerMediaType, contentType: String? = nil,
        headers: HTTPFields = [:], _ body: [UInt8]
    ) {
        self.status = status
        self.mediaType = mediaType
        self.contentType = contentType
        self.headers = headers
        self.body = body
    }

    init(status: HTTPResponse.Status = .ok, _ mediaType: AnswerMediaType, headers: HTTPFields = [:], text: String) {
        self.init(status: status, mediaType, headers: headers, Array(text.utf8))
    }

    /// A problem in JSON.
    ///
    /// It must not be cached.
    init(_ problem: Problem, path: String) {
        self.init(
            status: problem.status, .json, contentType: Problem.mediaType, headers: problem.headers,
            problem.body(instance: path))
        headers[.cacheControl] = "no-store"
    }

    /// Whether gzip makes the body smaller.
    var isCompressible: Bool { contentType.map { !$0.hasPrefix("image/png") } ?? true }
}
