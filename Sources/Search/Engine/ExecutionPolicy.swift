/// Decides which interpretations of a query are run, within a limit of index queries.
struct ExecutionPolicy {
    /// Index queries for one query of a person, those that only count included.
    static let maxRuns = 3
    /// With fewer matches, broader interpretations are tried.
    static let enoughMatches = 10

    enum Step: Equatable {
        case run
        /// Run the broadest level of the place instead: it is the last run.
        case broaden
        /// Run nothing more for the place.
        case stop(String)
    }

    var runs = 0
    /// How many goods bear the name that was not read as a place.
    ///
    /// All of them have the name among their words.
    var knownNameMatches = 0

    var remainingRuns: Int { Self.maxRuns - runs }

    func isEnough(_ matches: Int) -> Bool { matches >= Self.enoughMatches }

    /// Decides what to do with an interpretation.
    ///
    /// `hasMatches` is true if the place already has matches, but few. `expected` is a number of matches that is known
    /// without a run.
    func step(for interpretation: Interpretation, hasMatches: Bool, expected: Int) -> Step {
        // Without clauses, or without matches for sure, no index query is needed.
        if interpretation.isEmpty || interpretation.isImpossible { return .run }
        let usable = remainingRuns - (hasMatches ? 0 : interpretation.place.reservedRuns)
        if usable <= 0 { return .stop("the last run is kept for another reading") }
        let isBroadest = interpretation.level.next(hasMatches: hasMatches) == nil
        if usable > 1 || isBroadest || interpretation.place.isUnsure { return .run }
        return interpretation.level == .exact && isEnough(expected) ? .run : .broaden
    }
}
