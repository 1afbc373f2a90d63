import ArgumentParser
import CommandSupport

/// Synthetic catalogs, and Banua measured side by side with the bare floor of the same work.
@main
struct BanuaBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "banua-bench",
        abstract: "Makes synthetic national catalogs and measures Banua against the bare floor of the same work.",
        subcommands: [Generate.self, Measure.self, Ask.self])

    static var _errorLabel: String { "banua-bench" }

    @OptionGroup var version: VersionOption
}
