import HTTPTypes

extension HTTPResponse.Status {
    /// Status 499, for metrics and the log.
    ///
    /// It is never sent, because the client is gone.
    static let clientClosedRequest = HTTPResponse.Status(code: 499, reasonPhrase: "Client Closed Request")
}

/// The wording of problems that every route can have.
extension Problem {
    static let notReady = Problem(
        status: .serviceUnavailable, type: "no-index", title: "No index is published",
        detail:
            "There is no index to answer from yet. Run banua-rebuild on the machine of this service; the service uses "
            + "the new index within \(ServiceConfiguration.indexNoticedWithinSeconds) second.",
        headers: [.retryAfter: "5"])
    static let busy = Problem(
        status: .serviceUnavailable, type: "busy", title: "Too many requests are waiting",
        detail: "All readers are busy and the queue is full. Try again in a second.", headers: [.retryAfter: "1"])
    static let tooSlow = Problem(
        status: .serviceUnavailable, type: "time-limit", title: "The time limit of this request is reached",
        detail: "The query took longer than this service allows. Ask for less: more words, a smaller area, or a lower "
            + "limit.",
        headers: [.retryAfter: "2"])
    static let notFound = Problem(
        status: .notFound, type: "not-found", title: "There is nothing at this address",
        detail: "No page or endpoint has this path. The API description at /api lists them all.")
    static let notHTTP = Problem(
        status: .badRequest, type: "not-http", title: "This is not an HTTP request",
        detail: "The bytes cannot be read as HTTP/1.1. Send a request line, headers and an empty line.")
    static let notOneHost = Problem(
        status: .badRequest, type: "not-http", title: "This is not an HTTP request",
        detail: "The request does not have exactly one Host header, as HTTP/1.1 requires. Send the header Host once.")
    static let disconnected = Problem(
        status: .clientClosedRequest, type: "hung-up", title: "The client has disconnected",
        detail: "The connection was closed before the answer was ready. Ask again.")
    static let headerTooLarge = Problem(
        status: .requestHeaderFieldsTooLarge, type: "too-large", title: "The request is too large",
        detail: "The address or the headers are larger than this service accepts. Send fewer or shorter ones.")
    static let bodyNotAllowed = Problem(
        status: .contentTooLarge, type: "too-large", title: "The request is too large",
        detail: "No request of this service has a body: send none. Put the parameters into the address.")
    static let `internal` = Problem(
        status: .internalServerError, type: "internal", title: "Something went wrong here",
        detail: "The service failed to answer this request. The error is in the log under the request's id "
            + "(X-Request-Id).")

    static func addressTooLong(limit: Int) -> Problem {
        Problem(
            status: .uriTooLong, type: "too-large", title: "The request is too large",
            detail: "The address is longer than \(limit) bytes. Ask for less at a time.")
    }

    static func methodNotAllowed(_ method: String?) -> Problem {
        let subject = method.map { "The method '\($0)'" } ?? "This method"
        return Problem(
            status: .methodNotAllowed, type: "method-not-allowed", title: "This address is read only",
            detail: "\(subject) is not allowed here: use GET or HEAD. Data is changed by commands only (banua import, "
                + "banua-rebuild).",
            headers: [.allow: allowedMethods])
    }

    static func tooManyRequests(retryAfter seconds: Int) -> Problem {
        Problem(
            status: .tooManyRequests, type: "too-many-requests", title: "Too many requests from this client",
            detail: "This client has sent more requests than it may. Try again in \(seconds) s.",
            headers: [.retryAfter: "\(seconds)"])
    }
}
