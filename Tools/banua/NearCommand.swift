import ArgumentParser
import CommandSupport
import Search

/// `banua near`: what is around a place.
struct NearCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "near", abstract: "Lists what is around a place, nearest first, with distances.",
        usage: "banua near <PLACE> [<options>]",
        discussion: """
            PLACE is the code of a village, district or regency, a name (Rantau), a name with its regency \
            ("Kampung Baru, Tanah Bumbu"), or latitude,longitude. A name that fits several places is an error that \
            lists them with their codes. Distances are geodesics on WGS 84, in metres in --json.
            """)

    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("The place to look from.", valueName: "PLACE"))
    var words: [String]

    @OptionGroup var options: NearOptions

    func validate() throws {
        try WordArguments.check(words, options: NearOptions.self)
    }

    func run() throws {
        try program.reporting {
            var request = SearchRequest()
            request.near = SearchRequest.Near(argument: WordArguments.words(words).joined(separator: " "))
            request.kinds = options.kind?.kinds ?? []
            request.radiusMetres = options.radius?.metres
            request.limit = options.limit.value
            request.cursor = options.cursor
            try AnswerPrinter.print(options.data.openSession().near(request), output: options.output, explains: false)
        }
    }
}

/// The options of `banua near`.
struct NearOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only these kinds, separated by commas: \(KindList.names).", valueName: "K,.."))
    var kind: KindList?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Only within this distance: metres, or with unit m or km.", valueName: "25km"))
    var radius: DistanceArgument?

    @Option(parsing: .unconditional, help: ArgumentHelp("How many, 1 to 1000.", valueName: "N"))
    var limit = HitLimit()

    @Option(help: ArgumentHelp("Continues after the page that gave this cursor.", valueName: "CURSOR"))
    var cursor: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var data: DataOptions
}
