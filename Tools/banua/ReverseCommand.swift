import ArgumentParser
import CommandSupport
import Geo
import Search

/// `banua reverse`: the village at a coordinate.
struct ReverseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reverse",
        abstract: "Names the village whose point is nearest to a coordinate, with its district and regency.",
        usage: "banua reverse <LAT,LON> [<options>]")

    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp("Latitude and longitude, such as -3.41,114.84.", valueName: "LAT,LON"))
    var words: [String]

    @OptionGroup var options: ReverseOptions

    private var coordinate: Coordinate? { CoordinateText.coordinate(WordArguments.words(words).joined(separator: " ")) }

    func validate() throws {
        try WordArguments.check(words, options: ReverseOptions.self)
        guard coordinate != nil else {
            throw ValidationError(
                """
                The value '\(WordArguments.words(words).joined(separator: " "))' is invalid for 'LAT,LON': \
                expected latitude and longitude, such as -3.41,114.84.
                """)
        }
    }

    func run() throws {
        guard let coordinate else { return }
        try program.reporting {
            let answer = try options.data.openSession().reverse(coordinate)
            try options.output.print(answer.rendered) { HitTable.rendered([answer.village]) }
            if options.output.form == nil { Terminal.say(ReverseAnswer.note) }
        }
    }
}

/// The options of `banua reverse`.
struct ReverseOptions: ParsableArguments {
    @OptionGroup var output: OutputOptions
    @OptionGroup var data: DataOptions
}
