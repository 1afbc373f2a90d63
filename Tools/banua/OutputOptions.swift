import ArgumentParser
import CommandSupport
import Search

/// The format in which results are printed.
struct OutputOptions: ParsableArguments {
    enum Form: String, EnumerableFlag {
        case json, geojson, csv

        static func help(for value: Form) -> ArgumentHelp? {
            switch value {
            case .json: "Print the answer as JSON."
            case .geojson: "Print the answer as GeoJSON (RFC 7946)."
            case .csv: "Print the answer as CSV (RFC 4180)."
            }
        }

        var format: AnswerFormat {
            switch self {
            case .json: .json
            case .geojson: .geoJSON
            case .csv: .csv
            }
        }
    }

    @Flag(exclusivity: .exclusive)
    var form: Form?

    /// Prints the answer in the format of the option, or else as a table.
    func print(_ rendered: (AnswerFormat) -> [UInt8], table: () -> String) throws {
        guard let format = form?.format else { return try Terminal.write(table()) }
        let bytes = rendered(format)
        try Terminal.write(format == .csv ? bytes : bytes + [UInt8(ascii: "\n")])
    }
}
