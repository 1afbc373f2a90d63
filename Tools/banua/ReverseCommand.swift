import ArgumentParser
import Geo
import Search

/// `banua reverse`: the village at a coordinate.
struct ReverseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reverse",
        abstract: "Names the village whose point lies nearest to a coordinate, with its district and regency.")

    @Argument(help: ArgumentHelp("Latitude and longitude, such as -3.41,114.84.", valueName: "LAT,LON"))
    var place: SearchRequest.Near

    @OptionGroup var output: OutputOptions
    @OptionGroup var data: DataOptions

    func validate() throws {
        guard case .coordinate = place else {
            throw ValidationError(
                "The value is invalid for 'LAT,LON': expected latitude and longitude, such as -3.41,114.84.")
        }
    }

    func run() throws {
        guard case .coordinate(let coordinate) = place else { return }
        try CommandFailure.reporting {
            let answer = try data.openSession().reverse(coordinate)
            try output.print(answer.rendered) { HitTable.rendered([answer.village]) }
            if output.form == nil { Terminal.say(ReverseAnswer.note) }
        }
    }
}
