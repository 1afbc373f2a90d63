import ArgumentParser
import CommandSupport
import IndexStore
import Search

let program = Program(name: "banua")

/// The command line of Banua.
@main
struct Banua: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: program.name,
        abstract:
            "Searches villages, products and industrial centres (sentra) of Kalimantan Selatan, by words and by place.",
        discussion: """
            The data directory is --data, or BANUA_DATA, or ./banua-data. Import lists into it, run banua-rebuild, \
            then search.

            Exit status: 0 done; 64 wrong usage; 65 bad data; 66 no such file, place or document; 70 a bug in Banua; \
            74 input or output failed; 75 try again later.
            """,
        subcommands: [
            ImportCommand.self, SearchCommand.self, NearCommand.self, SuggestCommand.self, ShowCommand.self,
            ReverseCommand.self, OVOPCommand.self, StatusCommand.self, ServeCommand.self,
        ])

    static var _errorLabel: String { program.name }

    @OptionGroup var version: VersionOption
}

extension DataOptions {
    /// A session over the published generation.
    func openSession() throws -> SearchSession {
        try SearchEngine(generation: Generation.open(dataDirectory: directory)).session()
    }
}
