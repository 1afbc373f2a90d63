import Logging

extension Setting {
    /// Every setting, in the order of Documentation/operating.md.
    static let all: [Setting] = [
        Setting("data", .text(\.dataDirectory)),
        Setting("http.host", .text(\.host)),
        Setting("http.port", .integer(0...65_535, \.port)),
        Setting("http.publicUrl", .origin(\.publicURL)),
        Setting("http.behindProxy", .flag(\.isBehindProxy)),
        Setting("http.idleTimeout", .seconds(1...3_600, \.idleTimeout)),
        Setting("http.mostConnections", .integer(1...1_000_000, \.maxConnections)),
        Setting("http.longestAddress", .integer(256...65_536, \.maxAddressBytes)),
        Setting("http.largestHeader", .integer(1_024...1_048_576, \.maxHeaderBytes)),
        Setting("http.requestsPerSecond", .integer(0...1_000_000, \.requestsPerSecond)),
        Setting("http.corsOrigin", .text(\.corsOrigin)),
        Setting("search.threads", .optionalInteger(1...256, \.threads)),
        Setting("search.mostWaiting", .integer(0...100_000, \.maxWaiting)),
        Setting("search.timeLimit", .seconds(0.01...600, \.timeLimit)),
        Setting("search.cacheMegabytes", .integer(0...65_536, \.cacheMegabytes)),
        Setting("log.level", .choice(Logger.Level.allCases.map(\.rawValue), \.logLevel)),
        Setting("log.queries", .flag(\.logsQueries)),
        Setting("map.tileUrl", .text(\.tileURL)),
        Setting("map.tileAttribution", .text(\.tileAttribution)),
        Setting("map.javascriptLibraries", .text(\.javascriptLibraries)),
    ]
}
