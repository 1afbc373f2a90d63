import Base
import IndexStore

/// Runs the interpretations of a query, cheapest first, until one has enough matches.
///
/// The first place reading with matches is chosen. If it has few matches, broader levels of the same reading follow,
/// and replace it if they have more. A bare place name is compared with the products that have the name. At most
/// ``ExecutionPolicy/maxRuns`` index queries are run.
struct QueryExecutor {
    /// The largest number of questions offered with an answer: an ambiguous name may have many places.
    private static let maxAlternatives = 12

    let builder: InterpretationBuilder
    var runs: InterpretationRuns
    /// Other questions that the person may have meant.
    var alternatives: [String] = []
    /// A place that was surely asked for and has no match.
    private var emptyPlace: PlaceReading?

    init(session: SearchSession, request: SearchRequest, question: Question, after: MatchHit?) throws {
        builder = try InterpretationBuilder(session: session, request: request, question: question)
        runs = InterpretationRuns(builder: builder, after: after)
    }

    mutating func execute(in scope: Scope) throws -> ExecutedQuery {
        if let document = try runs.documentWithID(in: scope) { return document }
        for place in builder.places(in: scope) where runs.best == nil {
            try search(place, in: scope)
            if runs.best == nil, place.role == .marked, emptyPlace == nil { emptyPlace = place.reading }
        }
        return try answer()
    }

    private mutating func search(_ place: PlaceCandidate, in scope: Scope) throws {
        switch place.role {
        case .bare: try searchBareName(place, in: scope)
        case .ambiguous: try searchAmbiguousName(place)
        case .marked, .surroundings, .surroundingsOfBare, .none: try runs.runLevels(of: place)
        }
    }

    private func answer() throws -> ExecutedQuery {
        guard var executed = runs.best ?? runs.last else {
            throw SearchError(kind: .internal, code: .failure, message: "No interpretation of the query was tried.")
        }
        let role = executed.interpretation.place.role
        executed.reading.didYouMean =
            role == .none && alternatives.isEmpty
            ? builder.spellingAlternatives(for: executed.reading) : Array(alternatives.prefix(Self.maxAlternatives))
        if executed.result.total > 0, role != .marked { executed.reading.nothingIn = emptyPlace?.meaning.resolved }
        executed.reading.interpretations = runs.considered.map { $0.marked(ifSameAs: executed.interpretation) }
        return executed
    }
}
