import Foundation
import Geo
import HTTPTypes
import JSON

/// Links of the OGC API, absolute, as its clients want them.
struct FeatureLinks {
    /// Scheme and host without a slash at the end.
    var base: String

    init(_ request: RouteRequest) {
        let configuration = request.service.configuration
        let isSecure = configuration.isBehindProxy && request.headers[.forwardedProtocol] == "https"
        base = configuration.publicURL ?? "\(isSecure ? "https" : "http")://\(request.host)"
    }

    func link(_ path: String, rel: String, _ type: AnswerMediaType, title: String, query: [(String, String)] = [])
        -> JSONValue
    {
        .object([
            ("href", .string(url(path, query))), ("rel", .string(rel)),
            ("type", .string(String(type.contentType.split(separator: "; ")[0]))),
            ("title", .string(title)), ("hreflang", .string("en")),
        ])
    }

    func url(_ path: String, _ query: [(String, String)] = []) -> String {
        let pairs = query.map { "\(Self.escaped($0.0))=\(Self.escaped($0.1))" }
        return base + path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    /// Percent escapes for everything but unreserved characters (RFC 3986, 2.3), and the comma, which our lists use.
    static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~,:")
}

extension HTTPField.Name {
    static let forwardedProtocol = HTTPField.Name("X-Forwarded-Proto") ?? .via
    static let forwardedFor = HTTPField.Name("X-Forwarded-For") ?? .via
}
