import Configuration
import Foundation
import Logging
import SystemPackage

/// What can be set about the service.
///
/// The same names everywhere: a flag `--http-port`, the variable `BANUA_HTTP_PORT`, the key `http.port` of the file.
///
/// Precedence: flags, then environment, then the file, then the defaults here.
package struct ServiceConfiguration: Sendable {
    package var dataDirectory = "./banua-data"
    /// Loopback unless told otherwise: what listens on the network was meant to.
    package var host = "127.0.0.1"
    package var port = 8080
    /// The address clients reach the service at, for links; nil: what the request says.
    package var publicURL: String?
    /// Whether a proxy of ours stands in front: the client is then the last address of X-Forwarded-For, and
    /// X-Forwarded-Proto tells the scheme.
    package var isBehindProxy = false
    /// Reader threads; nil: one for each core.
    package var threads: Int?
    package var mostWaiting = 256
    package var timeLimit = Duration.seconds(5)
    /// How much memory the answers that were given may take; 0: none is kept.
    package var cacheMegabytes = 32
    package var mostConnections = 8_192
    package var idleTimeout = Duration.seconds(30)
    package var longestAddress = 8_192
    package var largestHeader = 16_384
    /// Requests a second that one client may send on average; 0: no limit.
    package var requestsPerSecond = 0
    /// Origins that browsers may call the API from; "*": all, empty: none.
    package var corsOrigin = "*"
    package var logLevel = "info"
    /// Questions stay out of the log unless this is on.
    package var logQueries = false
    /// The address pattern of map tiles ({z}, {x}, {y}); empty: no tiles, the villages are drawn as dots.
    package var tileURL = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
    package var tileAttribution = "© OpenStreetMap contributors"
    /// Where Debian's libjs-leaflet packages keep their files.
    package var javascriptLibraries = "/usr/share/javascript"

    package init() {}

    /// Reads the settings from flags (by key), the environment and a file.
    ///
    /// Throws: `ServiceConfigurationError` that names the key, the value and what was expected, or the file.
    package static func read(flags: [String: String], environment: [String: String], file: String?) async throws
        -> ServiceConfiguration
    {
        try SettingNames.check(flags: flags.keys, environment: environment.keys, file: file)
        // The variables carry the product's name; within the program they do not.
        let variables = environment.filter { $0.key.hasPrefix("BANUA_") }.map {
            (String($0.key.dropFirst("BANUA_".count)), $0.value)
        }
        var providers: [any ConfigProvider] = [
            InMemoryProvider(
                values: Dictionary(
                    uniqueKeysWithValues: flags.map {
                        (
                            AbsoluteConfigKey($0.key.split(separator: ".").map(String.init)),
                            ConfigValue(.string($0.value), isSecret: false)
                        )
                    })),
            EnvironmentVariablesProvider(environmentVariables: Dictionary(variables) { first, _ in first }),
        ]
        if let file {
            providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file)))
        }
        return try ServiceConfiguration(SettingsReader(ConfigReader(providers: providers)))
    }

    private init(_ settings: SettingsReader) throws {
        try settings.text("data", into: &dataDirectory)
        try settings.text("http.host", into: &host)
        try settings.integer("http.port", 0...65_535, into: &port)
        publicURL = try settings.origin("http.publicUrl")
        try settings.flag("http.behindProxy", into: &isBehindProxy)
        threads = try settings.integer("search.threads", 1...256)
        try settings.integer("search.mostWaiting", 0...100_000, into: &mostWaiting)
        try settings.integer("search.cacheMegabytes", 0...65_536, into: &cacheMegabytes)
        try settings.seconds("search.timeLimit", 0.01...600, into: &timeLimit)
        try settings.integer("http.mostConnections", 1...1_000_000, into: &mostConnections)
        try settings.seconds("http.idleTimeout", 1...3_600, into: &idleTimeout)
        try settings.integer("http.longestAddress", 256...65_536, into: &longestAddress)
        try settings.integer("http.largestHeader", 1_024...1_048_576, into: &largestHeader)
        try settings.integer("http.requestsPerSecond", 0...1_000_000, into: &requestsPerSecond)
        try settings.text("http.corsOrigin", into: &corsOrigin)
        try settings.choice("log.level", Logger.Level.allCases.map(\.rawValue), into: &logLevel)
        try settings.flag("log.queries", into: &logQueries)
        try settings.text("map.tileUrl", into: &tileURL)
        try settings.text("map.tileAttribution", into: &tileAttribution)
        try settings.text("map.javascriptLibraries", into: &javascriptLibraries)
    }
}
