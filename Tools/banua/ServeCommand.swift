import ArgumentParser
import Base
import CommandSupport
import Foundation
import Logging
import SearchService

/// `banua serve`: the HTTP service over the published index.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Answers over HTTP from the published index: pages, API, and layers for GIS.",
        discussion: """
            Every setting can be given as an option, as an environment variable or in a JSON file, in this order of \
            precedence: --set http.idleTimeout=10, BANUA_HTTP_IDLE_TIMEOUT=10, {"http": {"idleTimeout": 10}}. \
            Documentation/operating.md explains them. The settings are:

            \(ServiceConfiguration.help)
            """)

    @Option(
        help: ArgumentHelp("The data directory (default: BANUA_DATA, or ./banua-data).", valueName: "DIR"))
    var data: String?

    @Option(help: "The address to listen at (default: 127.0.0.1, this machine only).")
    var host: String?

    @Option(help: "The port to listen at (default: 8080; 0 takes a free one).")
    var port: Int?

    @Option(help: "A JSON file with settings.")
    var config: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "A setting by its name, such as http.idleTimeout=10; may be repeated.", valueName: "name=value"))
    var settings: [String] = []

    func run() async throws {
        try await program.reportingAsync { try await serve() }
    }

    private func serve() async throws {
        let configuration = try await ServiceConfiguration.read(
            options: options(), environment: ProcessInfo.processInfo.environment, file: config)
        var logger = Logger(label: "banua")
        logger.logLevel = Logger.Level(rawValue: configuration.logLevel) ?? .info
        let service = try BanuaService(configuration: configuration, logger: logger)
        let host = configuration.host
        try await service.run { port in
            Terminal.say(
                """
                Banua answers at http://\(host):\(port)/ until it is interrupted (Ctrl-C). For example:
                  http://\(host):\(port)/?q=tas+purun+dekat+Martapura
                  http://\(host):\(port)/v1/near?place=Rantau&kind=sentra
                """)
        }
    }

    /// The options as settings.
    ///
    /// `--host`, `--port` and `--data` are short names of three of them.
    private func options() throws -> [String: String] {
        var options: [String: String] = [:]
        for setting in settings {
            let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[0].isEmpty else {
                throw ValidationError(
                    "The value '\(setting)' is invalid for '--set': expected NAME=VALUE, such as http.idleTimeout=10.")
            }
            options[parts[0]] = parts[1]
        }
        options["data"] = data ?? options["data"]
        options["http.host"] = host ?? options["http.host"]
        options["http.port"] = port.map(String.init) ?? options["http.port"]
        return options
    }
}
