import ArgumentParser
import CommandSupport

/// Makes synthetic catalogs, and compares Banua with minimal programs that do the same work.
@main
struct BanuaBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "banua-bench",
        abstract: "Makes synthetic national catalogs and compares Banua with minimal programs that do the same work.",
        subcommands: [Generate.self, Measure.self, Ask.self])

    static var _errorLabel: String { "banua-bench" }

    @OptionGroup var version: VersionOption
}
