/// The settings of the service, with their defaults.
///
/// The names are those of ``Setting``: the setting `http.port` is `--set http.port=8081`, the variable
/// `BANUA_HTTP_PORT`, or `{"http": {"port": 8081}}` in the configuration file.
package struct ServiceConfiguration: Sendable {
    package var dataDirectory = "./banua-data"
    /// The address to listen on.
    ///
    /// The default is loopback: set it to expose the service.
    package var host = "127.0.0.1"
    package var port = 8080
    /// Scheme and host for links.
    ///
    /// If nil, links use the host of the request.
    package var publicURL: String?
    /// Whether a proxy stands in front.
    ///
    /// If so, the client is the last address of X-Forwarded-For, and X-Forwarded-Proto gives the scheme of links.
    package var isBehindProxy = false
    /// Number of reader threads.
    ///
    /// If nil, one for each core.
    package var threads: Int?
    /// Number of requests that may wait for a reader thread.
    package var maxWaiting = 256
    package var timeLimit = Duration.seconds(5)
    /// Memory for cached answers.
    ///
    /// If 0, no answer is cached.
    package var cacheMegabytes = 32
    package var maxConnections = 8_192
    package var idleTimeout = Duration.seconds(30)
    package var maxAddressBytes = 8_192
    package var maxHeaderBytes = 16_384
    /// Average requests per second of one client.
    ///
    /// If 0, there is no limit.
    package var requestsPerSecond = 0
    /// The origin whose scripts may call the API: "*" is every origin, an empty text none.
    package var corsOrigin = "*"
    package var logLevel = "info"
    /// Whether the log holds the queries.
    package var logsQueries = false
    /// Address of map tiles with {z}, {x}, {y}.
    ///
    /// If empty, the map draws the villages as dots.
    package var tileURL = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
    package var tileAttribution = "© OpenStreetMap contributors"
    /// The directory in which the Debian packages of Leaflet keep their files.
    package var javascriptLibraries = "/usr/share/javascript"

    /// The time within which a new index is used, as the documentation and the problem "No index is published" state
    /// it.
    static let indexNoticedWithinSeconds = 1

    package init() {}

    /// Reads the settings from options (by name), environment variables and a JSON file, in this order of precedence.
    ///
    /// - Throws: ``ServiceConfigurationError`` that names the setting, its value and what was expected, or the file.
    package static func read(options: [String: String], environment: [String: String], file: String?) async throws
        -> ServiceConfiguration
    {
        let sources = try await SettingSources(options: options, environment: environment, file: file)
        var configuration = ServiceConfiguration()
        for setting in Setting.all {
            if let text = sources.text(of: setting) { try setting.apply(text, to: &configuration) }
        }
        return configuration
    }

    /// The names of all settings and the values they accept, one a line, for `banua serve --help`.
    package static var help: String {
        Setting.all.map { "  \($0.name): \($0.expectation)" }.joined(separator: "\n")
    }
}
