import ArgumentParser
import CommandSupport

let program = Program(name: "banua-rebuild")

/// `banua-rebuild`: builds the index from the catalog, and manages the indexes that exist.
@main
struct BanuaRebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: program.name, abstract: "Builds, verifies and publishes the index that banua answers from.",
        discussion: """
            The published index is in use until the new one is verified and replaces it with one rename. If anything \
            fails, the published index stays as it was.

            Exit status: 0 done; 64 wrong usage; 65 damaged data; 66 no such catalog or index; 70 a bug in Banua; \
            74 input or output failed; 75 another rebuild runs.
            """, subcommands: [Build.self, Verify.self, List.self, Rollback.self, Prune.self],
        defaultSubcommand: Build.self)

    static var _errorLabel: String { program.name }

    @OptionGroup var version: VersionOption
}
