/// Decides which interpretations of a query are run, within a limit of index queries.
struct ExecutionPolicy {
    /// The largest number of index queries for one query, including those that only count.
    static let maxRuns = 3
    /// The number of matches below which broader interpretations are tried.
    var enoughMatches = 10

    enum Step: Equatable {
        case run
        /// Run the broadest level of the place instead, as the last run.
        case broaden
        /// Run nothing more for the place.
        case stop(String)
    }

    var runs = 0
    /// The number of sentra and products that have the name, if it was not read as a place.
    ///
    /// All of them have the name among their words.
    var knownNameMatches = 0

    var remainingRuns: Int { Self.maxRuns - runs }

    func isEnough(_ matches: Int) -> Bool { matches >= enoughMatches }

    /// Decides what to do with an interpretation.
    ///
    /// `hasMatches` is true if the place already has matches, but few. `expected` is a number of matches that is known
    /// without a run.
    func step(for interpretation: Interpretation, hasMatches: Bool, expected: Int) -> Step {
        // No index query is needed if there are no clauses, or certainly no matches.
        if interpretation.isEmpty || interpretation.isImpossible { return .run }
        let usable = remainingRuns - (hasMatches ? 0 : interpretation.place.reservedRuns)
        if usable <= 0 { return .stop("the last run is kept for another reading") }
        let isBroadest = interpretation.level.next(hasMatches: hasMatches) == nil
        if usable > 1 || isBroadest || interpretation.place.isUnsure { return .run }
        return interpretation.level == .exact && isEnough(expected) ? .run : .broaden
    }
}
