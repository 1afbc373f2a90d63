import ArgumentParser
import Search

/// `banua near`: what lies around a place.
struct NearCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "near", abstract: "Lists what lies around a place, nearest first, with distances.",
        discussion: """
            PLACE is the code of a village, district or regency, a name (Rantau), a name with its regency ("Kampung Baru, Tanah Bumbu"), or \
            latitude,longitude. A name that fits several places is an error that lists them with their codes. Distances are geodesics on \
            WGS 84, in metres in --json.
            """)

    @Argument(help: ArgumentHelp("Where to look from.", valueName: "PLACE"))
    var place: SearchRequest.Near

    @Option(help: ArgumentHelp("Only these kinds, parted by commas: village, sentra, product.", valueName: "K,.."))
    var kind: KindList?

    @Option(help: ArgumentHelp("Only within this distance: metres, or with unit m or km.", valueName: "25km"))
    var radius: DistanceArgument?

    @Option(help: ArgumentHelp("How many, 1 to 1000.", valueName: "N"))
    var limit = HitLimit()

    @Option(help: ArgumentHelp("Goes on where the page that gave this ended.", valueName: "CURSOR"))
    var cursor: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandFailure.reporting {
            var request = SearchRequest()
            request.near = place
            request.kinds = kind?.kinds ?? []
            request.radiusMetres = radius?.metres
            request.limit = limit.value
            request.cursor = cursor
            try AnswerPrinter.print(data.openSession().near(request), output: output, explains: false)
        }
    }
}
