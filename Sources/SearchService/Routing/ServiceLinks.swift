import HTTPTypes
import Hummingbird
import JSON

/// Makes absolute links to the service, as OGC API clients need them.
struct ServiceLinks: Sendable {
    /// Scheme and host without a slash at the end.
    let base: String

    /// Creates links for a request; `host` is the host and port as the client wrote them.
    init(host: String, headers: HTTPFields, configuration: ServiceConfiguration) {
        let isSecure = configuration.isBehindProxy && headers[.forwardedProtocol] == "https"
        base = configuration.publicURL ?? "\(isSecure ? "https" : "http")://\(host)"
    }

    /// A link object of the OGC API.
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
        base + Self.address(path, query)
    }

    /// A path with an escaped query string.
    static func address(_ path: String, _ query: [(String, String)]) -> String {
        let pairs = query.map { "\(PercentEncoding.encoded($0.0))=\(PercentEncoding.encoded($0.1))" }
        return path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }
}

extension Request {
    /// Host and port as the client wrote them.
    ///
    /// Returns the fallback if the text cannot be a host.
    func host(fallback: String) -> String {
        guard let authority = head.authority, !authority.isEmpty, authority.utf8.count <= 255 else { return fallback }
        let isHost = authority.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: ":")).contains(byte)
                || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "["), UInt8(ascii: "]")].contains(byte)
        }
        return isHost ? authority : fallback
    }
}
