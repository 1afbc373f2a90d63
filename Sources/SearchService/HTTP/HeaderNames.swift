import HTTPTypes

extension HTTPField.Name {
    static let banuaGeneration = Self.token("Banua-Generation")
    static let contentCRS = Self.token("Content-Crs")
    static let forwardedFor = Self.token("X-Forwarded-For")
    static let forwardedProtocol = Self.token("X-Forwarded-Proto")
    static let link = Self.token("Link")
    static let permissionsPolicy = Self.token("Permissions-Policy")
    static let referrerPolicy = Self.token("Referrer-Policy")
    static let requestID = Self.token("X-Request-Id")
    static let retryAfter = Self.token("Retry-After")

    /// The names that this file adds, for the test that each of them is a token.
    static let own = [
        banuaGeneration, contentCRS, forwardedFor, forwardedProtocol, link, permissionsPolicy, referrerPolicy,
        requestID, retryAfter,
    ]

    /// A name that the source code writes out.
    ///
    /// A name that is not a token (RFC 9110, 5.1) stops a debug build here, and a test checks that none is.
    private static func token(_ name: StaticString) -> HTTPField.Name {
        guard let name = HTTPField.Name("\(name)") else {
            assertionFailure("'\(name)' is not the name of a header field")
            return .via
        }
        return name
    }
}
