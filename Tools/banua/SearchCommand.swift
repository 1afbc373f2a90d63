import ArgumentParser
import CommandSupport
import Geo
import IndexDefinition
import Search

/// `banua search`: by words, filters and place.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Finds documents by words, by place, or by both.",
        discussion: """
            WORDS may hold "phrases", -exclusions, prefixes* and field:words (name, other_names, commodity, \
            description, place). A place in the query ("purun di Tapin", "tas dekat Martapura") is understood; \
            --literal searches for the words as they are typed. Put -- before words that begin with a minus.

            Without WORDS the filters alone decide.
            """)

    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("What to look for.", valueName: "WORDS"))
    var words: [String] = []

    @OptionGroup var options: SearchOptions

    func validate() throws {
        try WordArguments.check(words, options: SearchOptions.self)
    }

    func run() throws {
        try program.reporting {
            let answer = try options.data.openSession().search(request)
            try AnswerPrinter.print(answer, output: options.output, explains: options.explain)
        }
    }

    private var request: SearchRequest {
        var request = SearchRequest(text: WordArguments.words(words).joined(separator: " "))
        request.isLiteral = options.literal
        request.kinds = options.kind?.kinds ?? []
        request.near = options.near
        request.radiusMetres = options.radius?.metres
        request.box = options.bbox
        request.regency = options.regency
        request.district = options.district
        request.category = options.category
        request.conditions = options.conditions
        request.sort = options.sort
        request.limit = options.limit.value
        request.cursor = options.cursor
        request.facets = options.facets?.fields ?? []
        request.factFacets = options.facets?.facts ?? []
        request.wantsExplanation = options.explain
        return request
    }
}

/// The options of `banua search`.
struct SearchOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only these kinds, separated by commas: \(KindList.names).", valueName: "K,.."))
    var kind: KindList?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Measure from this place: a code, a name, a name with its regency, or latitude,longitude.",
            valueName: "PLACE"))
    var near: SearchRequest.Near?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Only within this distance of the place: metres, or with unit m or km.", valueName: "25km"))
    var radius: DistanceArgument?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Only within this box of degrees; west above east crosses the 180th meridian.", valueName: "W,S,E,N"))
    var bbox: BoundingBox?

    @Option(help: ArgumentHelp("Only in this regency: name, abbreviation or code.", valueName: "R"))
    var regency: String?

    @Option(help: ArgumentHelp("Only in this district: name, name with its regency, or code.", valueName: "D"))
    var district: String?

    @Option(help: ArgumentHelp("Only of this category.", valueName: "C"))
    var category: String?

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "Only with this fact, such as 'price<50000', 'workers>=20', 'certification=halal', 'units=5..20'. May be "
                + "repeated. Facts: \(FactColumn.all.map(\.name).joined(separator: ", ")); and the other columns of "
                + "imported lists by their names, such as 'luas=12'.", valueName: "FACT"))
    var conditions: [String] = []

    @Option(
        parsing: .unconditional,
        help: "The order: relevance, distance, name, or a fact with a number such as price or -price.")
    var sort: SearchRequest.Sort?

    @Option(parsing: .unconditional, help: ArgumentHelp("How many hits, 1 to 1000.", valueName: "N"))
    var limit = HitLimit()

    @Option(help: ArgumentHelp("Continues after the page that gave this cursor.", valueName: "CURSOR"))
    var cursor: String?

    @Option(
        help: ArgumentHelp(
            "Count the hits by these, separated by commas: kind, category, regency, district, or facts.",
            valueName: "F,.."))
    var facets: FacetList?

    @Flag(help: "Show how each score came about.")
    var explain = false

    @Flag(
        name: [.long, .customLong("verbatim")],
        help: "Search for the words as they are typed: no place, no stem, no synonym, no correction.")
    var literal = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var data: DataOptions
}
