import ArgumentParser
import Foundation
import IndexStore
import Search

/// Where the data directory is.
struct DataOptions: ParsableArguments {
    @Option(
        name: .customLong("data"),
        help: ArgumentHelp("The data directory (default: BANUA_DATA, or ./banua-data).", valueName: "DIR"))
    var path: String?

    var directory: URL {
        URL(
            fileURLWithPath: path ?? ProcessInfo.processInfo.environment["BANUA_DATA"] ?? "banua-data",
            isDirectory: true)
    }

    /// A session over the published generation.
    func openSession() throws -> SearchSession {
        try SearchEngine(generation: Generation.open(dataDirectory: directory)).session()
    }
}
