import Configuration
import Foundation
import SystemPackage

/// The three places where settings are given: options of the command line, environment variables, and a JSON file.
///
/// Options come before variables, variables before the file.
struct SettingSources {
    private let reader: ConfigReader

    /// - Throws: ``ServiceConfigurationError`` if a source has a setting that does not exist, or the file cannot be
    ///   read. A misspelt setting must not count as a missing one.
    init(options: [String: String], environment: [String: String], file: String?) async throws {
        try Self.checkNames(options: options.keys, environment: environment.keys, file: file)
        let values = options.map { name, text in
            (
                AbsoluteConfigKey(name.split(separator: ".").map(String.init)),
                ConfigValue(.string(text), isSecret: false)
            )
        }
        // The names for the reader have no product name in front.
        let variables = environment.filter { $0.key.hasPrefix("BANUA_") }
            .map { (String($0.key.dropFirst("BANUA_".count)), $0.value) }
        var providers: [any ConfigProvider] = [
            InMemoryProvider(values: Dictionary(values) { first, _ in first }),
            EnvironmentVariablesProvider(environmentVariables: Dictionary(variables) { first, _ in first }),
        ]
        if let file { providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file))) }
        reader = ConfigReader(providers: providers)
    }

    /// The value of a setting as text, from the first source that has it.
    ///
    /// Returns nil if no source has it.
    func text(of setting: Setting) -> String? {
        let key = ConfigKey(setting.name)
        if let text = reader.string(forKey: key) { return text }
        // A file may hold numbers and booleans as such.
        if let number = reader.int(forKey: key) { return String(number) }
        if let number = reader.double(forKey: key) { return String(number) }
        return reader.bool(forKey: key).map(String.init)
    }
}

/// The check of names.
extension SettingSources {
    private static func checkNames(
        options: some Collection<String>, environment: some Collection<String>, file: String?
    ) throws {
        let names = Set(Setting.all.map(\.name))
        if let unknown = options.sorted().first(where: { !names.contains($0) }) {
            throw ServiceConfigurationError.unknown(unknown, from: "option --set", known: names)
        }
        let variables = Set(Setting.all.map(\.variable))
        let prefixes = Set(Setting.all.compactMap(\.group)).map { "BANUA_\($0.uppercased())_" }
        let ours = environment.filter { name in prefixes.contains { name.hasPrefix($0) } }
        if let unknown = ours.sorted().first(where: { !variables.contains($0) }) {
            throw ServiceConfigurationError.unknown(unknown, from: "environment variable", known: variables)
        }
        guard let file else { return }
        if let unknown = try keys(ofFile: file).sorted().first(where: { !names.contains($0) }) {
            throw ServiceConfigurationError.unknown(unknown, from: "configuration file", known: names)
        }
    }

    private static func keys(ofFile path: String) throws -> [String] {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw ServiceConfigurationError.noInput(path)
        }
        // The parser's own message names no file.
        guard let object = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any] else {
            throw ServiceConfigurationError.notJSON(path)
        }
        return try keys(of: object, under: "")
    }

    /// The keys down to the values: `{"http": {"port": 1}}` has "http.port".
    private static func keys(of object: [String: Any], under prefix: String) throws -> [String] {
        try object.flatMap { name, value in
            switch value {
            case let group as [String: Any]: return try keys(of: group, under: prefix + name + ".")
            case is [Any], is NSNull: throw ServiceConfigurationError.notAValue(prefix + name, "\(value)")
            default: return [prefix + name]
            }
        }
    }
}
