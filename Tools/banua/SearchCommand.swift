import ArgumentParser
import Geo
import Search

/// `banua search`: by words, filters and place.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Finds documents by words, by place, or by both.",
        discussion: """
            WORDS may hold "phrases", -exclusions, prefixes* and field:words (name, other_names, commodity, description, place). A place in the \
            question ("purun di Tapin", "tas dekat Martapura") is understood; --literal searches for the letter of it. Put -- before words \
            that begin with a minus.

            Without WORDS the filters alone decide.
            """)

    @Argument(help: ArgumentHelp("What to look for.", valueName: "WORDS"))
    var words: [String] = []

    @Option(help: ArgumentHelp("Only these kinds, parted by commas: village, sentra, product.", valueName: "K,.."))
    var kind: KindList?

    @Option(
        help: ArgumentHelp(
            "Measure from this place: a code, a name, a name with its regency, or latitude,longitude.",
            valueName: "PLACE"))
    var near: SearchRequest.Near?

    @Option(
        help: ArgumentHelp("Only within this distance of the place: metres, or with unit m or km.", valueName: "25km"))
    var radius: DistanceArgument?

    @Option(
        help: ArgumentHelp(
            "Only within this box of degrees; west above east crosses the 180th meridian.", valueName: "W,S,E,N"))
    var bbox: BoundingBox?

    @Option(help: ArgumentHelp("Only in this regency: name, abbreviation or code.", valueName: "R"))
    var regency: String?

    @Option(help: ArgumentHelp("Only in this district: name, name with its regency, or code.", valueName: "D"))
    var district: String?

    @Option(help: ArgumentHelp("Only of this category.", valueName: "C"))
    var category: String?

    @Option(help: "The order: relevance, distance or name.")
    var sort: SearchRequest.Sort?

    @Option(help: ArgumentHelp("How many hits, 1 to 1000.", valueName: "N"))
    var limit = HitLimit()

    @Option(help: ArgumentHelp("Goes on where the page that gave this ended.", valueName: "CURSOR"))
    var cursor: String?

    @Option(
        help: ArgumentHelp(
            "Count the hits by these, parted by commas: kind, category, regency, district.", valueName: "F,.."))
    var facets: FacetList?

    @Flag(help: "Show how each score came about.")
    var explain = false

    @Flag(
        name: [.long, .customLong("verbatim")],
        help: "Search for the letter of the words: nothing is read as a place, stemmed, translated or corrected.")
    var literal = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try CommandFailure.reporting {
            let answer = try data.openSession().search(request)
            try AnswerPrinter.print(answer, output: output, explains: explain)
        }
    }

    private var request: SearchRequest {
        var request = SearchRequest(text: words.joined(separator: " "))
        request.isLiteral = literal
        request.kinds = kind?.kinds ?? []
        request.near = near
        request.radiusMetres = radius?.metres
        request.box = bbox
        request.regency = regency
        request.district = district
        request.category = category
        request.sort = sort
        request.limit = limit.value
        request.cursor = cursor
        request.facets = facets?.fields ?? []
        request.wantsExplanation = explain
        return request
    }
}
