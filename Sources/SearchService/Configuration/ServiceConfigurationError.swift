import Base

/// The service cannot start: a setting or the configuration file is invalid, or the service cannot listen on the
/// address.
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
            message: "There is no setting '\(name)' (\(source)). There are \(known.sorted().joined(separator: ", ")).")
    }

    static func invalid(_ setting: Setting, _ value: String, expected: String) -> ServiceConfigurationError {
        .init(
            kind: .usage,
            message: "The value '\(value)' is invalid for the setting '\(setting.name)' (option --set, variable "
                + "\(setting.variable), or the configuration file): expected \(expected).")
    }

    static func notAValue(_ name: String, _ value: String) -> ServiceConfigurationError {
        .init(
            kind: .usage,
            message: "The value '\(value)' of '\(name)' in the configuration file is invalid: expected text, a number, "
                + "or true or false.")
    }

    static func noInput(_ path: String) -> ServiceConfigurationError {
        .init(
            kind: .noInput,
            message: "The configuration file '\(path)' does not exist or cannot be read. Check the path given to "
                + "--config.")
    }

    static func notJSON(_ path: String) -> ServiceConfigurationError {
        .init(
            kind: .data,
            message: "The configuration file '\(path)' is not a JSON object, such as {\"http\": {\"port\": 8081}}. "
                + "Correct it, or leave out --config.")
    }

    static func cannotListen(host: String, port: Int, _ reason: String) -> ServiceConfigurationError {
        .init(
            kind: .inputOutput,
            message: "Cannot listen on \(host), port \(port): \(reason). Choose another with --host and --port, or "
                + "stop the program that listens there.")
    }
}
