import Base

/// Why the service does not start: a setting that cannot be used, a file that cannot be read, an address that cannot be
/// listened at.
package struct ServiceConfigurationError: Failure {
    package var kind: FailureKind
    package var message: String
}

/// The wording.
extension ServiceConfigurationError {
    static func unknown(_ name: String, from source: String, known: some Collection<String>)
        -> ServiceConfigurationError
    {
        .init(
            kind: .usage,
            message:
                "There is no setting '\(name)' (\(source)). There are \(known.sorted().joined(separator: ", ")).")
    }

    static func invalid(_ key: String, _ value: String, expected: String) -> ServiceConfigurationError {
        .init(
            kind: .usage,
            message:
                "The value '\(value)' is invalid for the setting '\(key)' (flag, variable \(SettingNames.variable(key)), or the configuration "
                + "file): expected \(expected).")
    }

    static func noInput(_ path: String) -> ServiceConfigurationError {
        .init(
            kind: .noInput,
            message:
                "There is no configuration file '\(path)', or it may not be read. Check the path given to --config."
        )
    }

    static func notJSON(_ path: String) -> ServiceConfigurationError {
        .init(
            kind: .data,
            message:
                "The configuration file '\(path)' is not a JSON object, such as {\"http\": {\"port\": 8081}}. Mend it, or leave out --config."
        )
    }

    static func cannotListen(host: String, port: Int, _ reason: String) -> ServiceConfigurationError {
        .init(
            kind: .inputOutput,
            message:
                "Cannot listen at \(host), port \(port): \(reason). Choose another with --host and --port, or end what listens there."
        )
    }
}
