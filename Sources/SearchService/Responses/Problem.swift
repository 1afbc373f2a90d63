import Base
import Geo
import HTTPTypes
import IndexStore
import JSON
import Search

/// Something that went wrong, as `application/problem+json` tells it (RFC 9457).
struct Problem: Error, Sendable {
    var status: HTTPResponse.Status
    /// The last part of the problem's type; stable, for programs.
    var type: String
    var title: String
    var detail: String
    var parameter: String?
    var offset: Int?
    var candidates: [ResolvedPlace] = []
    var headers: HTTPFields = [:]

    static let mediaType = "application/problem+json"
    static let allowedMethods = "GET, HEAD, OPTIONS"

    /// The body: type, title, status, detail, instance, and what helps to mend the request.
    func body(instance: String?) -> [UInt8] {
        var fields: [(String, JSONValue)] = [
            ("type", .string("urn:banua:problem:\(type)")), ("title", .string(title)),
            ("status", .number(Double(status.code))),
            ("detail", .string(detail)),
        ]
        if let instance { fields.append(("instance", .string(instance))) }
        if let parameter { fields.append(("parameter", .string(parameter))) }
        if let offset { fields.append(("offset", .number(Double(offset)))) }
        if !candidates.isEmpty { fields.append(("candidates", .array(candidates.map(Self.candidate)))) }
        return Array(JSONValue.object(fields).text.utf8)
    }

    private static func candidate(_ place: ResolvedPlace) -> JSONValue {
        .object([
            ("code", place.code.map(JSONValue.string) ?? .null), ("name", .string(place.name)),
            ("kind", .string(place.kind)),
            ("label", .string(place.label)), ("longitude", place.coordinate.map { .number($0.longitude) } ?? .null),
            ("latitude", place.coordinate.map { .number($0.latitude) } ?? .null),
        ])
    }
}

extension Problem {
    static let notReady = Problem(
        status: .serviceUnavailable, type: "no-index", title: "No index is published",
        detail:
            "There is no index to answer from yet. Run banua-rebuild on the machine of this service; it is noticed within two seconds.",
        headers: [.retryAfter: "5"])
    static let busy = Problem(
        status: .serviceUnavailable, type: "busy", title: "Too many requests are waiting",
        detail: "Every reader is busy and the queue is full. Try again in a second.", headers: [.retryAfter: "1"])
    static let tooSlow = Problem(
        status: .serviceUnavailable, type: "time-limit", title: "The time for this request is up",
        detail:
            "The question took longer than this service allows. Ask for less: more words, a smaller area, or a lower limit.",
        headers: [.retryAfter: "2"])
    static let notFound = Problem(
        status: .notFound, type: "not-found", title: "There is nothing at this address",
        detail: "No page or endpoint has this path. The API description at /api lists them all.")
    static let notHTTP = Problem(
        status: .badRequest, type: "not-http", title: "This is not an HTTP request",
        detail: "What arrived cannot be read as HTTP/1.1. Send a request line, headers and an empty line.")
    static let notOneHost = Problem(
        status: .badRequest, type: "not-http", title: "This is not an HTTP request",
        detail: "The request does not name exactly one Host, as HTTP/1.1 asks. Send the header Host once.")
    /// Nobody reads it; the counts of requests by status show it.
    static let hungUp = Problem(
        status: .init(code: 499, reasonPhrase: "Client Closed Request"), type: "hung-up",
        title: "The client has hung up",
        detail: "The connection was closed before the answer was found. Ask again.")
    static let headerTooLarge = Problem(
        status: .requestHeaderFieldsTooLarge, type: "too-large", title: "The request is too large",
        detail: "The address or the headers are over the limit of this service. Send fewer or shorter ones.")
    static let bodyNotWanted = Problem(
        status: .contentTooLarge, type: "too-large", title: "The request is too large",
        detail: "No request here takes a body: send none. Parameters go into the address.")
    static let `internal` = Problem(
        status: .internalServerError, type: "internal", title: "Something went wrong here",
        detail: "The service failed at this request. It has been logged under the request's id (X-Request-Id).")

    static func notInLayer(_ id: String, layer: String) -> Problem {
        Problem(
            status: .notFound, type: "no-such-document", title: "No such document",
            detail:
                "No feature of the layer '\(layer)' has the id '\(ParameterCheck.excerpt(id))'. Another layer may have it.",
            parameter: "featureId")
    }

    static func noLayer(_ id: String) -> Problem {
        Problem(
            status: .notFound, type: "no-such-layer", title: "No such layer",
            detail:
                "No layer is called '\(ParameterCheck.excerpt(id))': there are \(FeatureCollection.all.map(\.id).joined(separator: ", ")).",
            parameter: "collectionId")
    }

    static func methodNotAllowed(_ method: String?) -> Problem {
        Problem(
            status: .methodNotAllowed, type: "method-not-allowed", title: "This address is read only",
            detail:
                "\(method.map { "The method '\($0)'" } ?? "This method") is not allowed here: use GET or HEAD. Whatever changes data is a command (banua import, banua-rebuild).",
            headers: [.allow: allowedMethods])
    }

    static func invalid(_ parameter: String, _ detail: String) -> Problem {
        Problem(
            status: .badRequest, type: "invalid-parameter", title: "A parameter is invalid", detail: detail,
            parameter: parameter)
    }

    static func badEscape(in what: String) -> Problem {
        .invalid(what, "The \(what) holds a broken percent escape, or bytes that are not UTF-8. Escape it as UTF-8.")
    }

    static func notAcceptable(_ formats: [AnswerMediaType]) -> Problem {
        Problem(
            status: .notAcceptable, type: "not-acceptable", title: "No such format here",
            detail:
                "This address answers as \(formats.map(\.rawValue).joined(separator: ", ")): say so with f=, or in the Accept header."
        )
    }

    static func addressTooLong(limit: Int) -> Problem {
        Problem(
            status: .uriTooLong, type: "too-large", title: "The request is too large",
            detail: "The address is over the limit of \(limit) bytes. Ask for less at a time.")
    }

    static func tooMany(after seconds: Int) -> Problem {
        Problem(
            status: .tooManyRequests, type: "too-many-requests", title: "Too many requests from this client",
            detail: "This client has used up its share. Try again in \(seconds) s.",
            headers: [.retryAfter: "\(seconds)"])
    }

    /// What Search or IndexStore threw, in the words of HTTP.
    init(_ error: SearchError) {
        switch error.code {
        case .placeAmbiguous:
            self.init(
                status: .conflict, type: "ambiguous-place", title: "Several places have this name",
                detail: error.message)
        case .placeNotFound:
            self.init(status: .notFound, type: "no-such-place", title: "No such place", detail: error.message)
        case .documentNotFound:
            self.init(status: .notFound, type: "no-such-document", title: "No such document", detail: error.message)
        case .cursorStale:
            self.init(
                status: .gone, type: "stale-cursor", title: "The index has changed since this page",
                detail: error.message)
        case .interrupted: self = .tooSlow
        default:
            switch error.kind {
            case .usage: self = .invalid(error.parameter ?? "q", error.message)
            default: self = .internal
            }
        }
        parameter = error.parameter ?? parameter
        offset = error.offset
        candidates = error.candidates
    }
}
