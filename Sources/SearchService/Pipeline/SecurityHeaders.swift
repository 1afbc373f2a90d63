import HTTPTypes

/// The headers that restrict what a browser does with an answer.
struct SecurityHeaders: Sendable {
    private let fields: [(name: HTTPField.Name, value: String)]

    /// Scripts and styles come from this service only.
    ///
    /// Images also come from the server of the map tiles.
    init(tileURL: String) {
        let server = tileURL.split(separator: "/", omittingEmptySubsequences: true).prefix(2).joined(separator: "//")
        let tiles = tileURL.isEmpty ? "" : " " + server.replacing("{s}", with: "*")
        let policy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:\(tiles); "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        fields = [
            (.contentSecurityPolicy, policy), (.xContentTypeOptions, "nosniff"),
            (.referrerPolicy, "strict-origin-when-cross-origin"),
            (.permissionsPolicy, "geolocation=(self), camera=(), microphone=()"),
        ]
    }

    func add(to headers: inout HTTPFields) {
        for field in fields { headers[field.name] = field.value }
    }
}
