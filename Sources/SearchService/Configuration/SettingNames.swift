import Foundation

/// The names of the settings: `http.idleTimeout` as a flag and in the file, `BANUA_HTTP_IDLE_TIMEOUT` as a variable.
enum SettingNames {
    static let all: Set<String> = [
        "data", "http.host", "http.port", "http.publicUrl", "http.behindProxy", "http.mostConnections",
        "http.idleTimeout",
        "http.longestAddress", "http.largestHeader", "http.requestsPerSecond", "http.corsOrigin", "search.threads",
        "search.mostWaiting",
        "search.timeLimit", "search.cacheMegabytes", "log.level", "log.queries", "map.tileUrl", "map.tileAttribution",
        "map.javascriptLibraries",
    ]

    /// "http.idleTimeout" is BANUA_HTTP_IDLE_TIMEOUT.
    static func variable(_ key: String) -> String {
        "BANUA_" + key.map { $0 == "." ? "_" : $0.isUppercase ? "_\($0)" : $0.uppercased() }.joined()
    }

    /// Holds what was given against the names there are: a setting that is misspelt must not pass for one that is left
    /// out.
    ///
    /// Throws: ServiceConfigurationError.
    static func check(flags: some Collection<String>, environment: some Collection<String>, file: String?) throws {
        if let unknown = flags.sorted().first(where: { !all.contains($0) }) {
            throw ServiceConfigurationError.unknown(unknown, from: "flag", known: all)
        }
        let variables = Set(all.map(variable))
        let groups = Set(all.filter { $0.contains(".") }.map { variable(String($0.prefix { $0 != "." })) + "_" })
        let ours = environment.filter { name in groups.contains { name.hasPrefix($0) } }
        if let unknown = ours.sorted().first(where: { !variables.contains($0) }) {
            throw ServiceConfigurationError.unknown(unknown, from: "variable", known: variables)
        }
        guard let file else { return }
        for key in try keys(of: file).sorted() where !all.contains(key) {
            throw ServiceConfigurationError.unknown(key, from: "configuration file", known: all)
        }
    }

    /// The keys of a file down to its values: `{"http": {"port": 1}}` has "http.port".
    private static func keys(of path: String) throws -> [String] {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw ServiceConfigurationError.noInput(path)
        }
        // What does not parse is told in our words: the parser's name no file.
        guard let object = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any] else {
            throw ServiceConfigurationError.notJSON(path)
        }
        return try keys(of: object, under: "")
    }

    private static func keys(of object: [String: Any], under prefix: String) throws -> [String] {
        try object.flatMap { name, value in
            switch value {
            case let group as [String: Any]: return try keys(of: group, under: prefix + name + ".")
            case is [Any], is NSNull:
                throw ServiceConfigurationError.invalid(
                    prefix + name, "\(value)", expected: "text, a number, or true or false")
            default: return [prefix + name]
            }
        }
    }
}
