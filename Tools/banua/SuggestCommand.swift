import ArgumentParser
import CommandSupport
import Search

/// `banua suggest`: completions of what a person types.
struct SuggestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest", abstract: "Suggests names, words and places for what is being typed.")

    @Argument(help: ArgumentHelp("What has been typed so far.", valueName: "TEXT"))
    var text: [String]

    @Option(parsing: .unconditional, help: ArgumentHelp("How many, 1 to 1000.", valueName: "N"))
    var limit = HitLimit()

    @OptionGroup var output: OutputOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try program.reporting {
            let answer = try data.openSession().suggest(text.joined(separator: " "), limit: limit.value)
            try output.print(answer.rendered) {
                var table = Table(header: ["suggestion", "kind", "which", "id"])
                table.rows = answer.suggestions.map {
                    [
                        Table.Cell($0.text, style: .bold), Table.Cell($0.kind.rawValue, style: .dim),
                        Table.Cell($0.label == $0.text ? "" : $0.label),
                        Table.Cell($0.id ?? "", style: .dim),
                    ]
                }
                return table.rows.isEmpty ? "" : table.rendered()
            }
        }
    }
}
