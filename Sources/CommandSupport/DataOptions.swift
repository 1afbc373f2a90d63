import ArgumentParser
import Foundation

/// The option that names the data directory.
package struct DataOptions: ParsableArguments {
    @Option(
        name: .customLong("data"),
        help: ArgumentHelp("The data directory (default: BANUA_DATA, or ./banua-data).", valueName: "DIR"))
    var path: String?

    package init() {}

    /// The data directory: of the option, else of BANUA_DATA, else ./banua-data.
    package var directory: URL {
        URL(
            fileURLWithPath: path ?? ProcessInfo.processInfo.environment["BANUA_DATA"] ?? "banua-data",
            isDirectory: true)
    }
}
