import IndexStore

extension InterpretationRuns {
    /// Runs the levels of a place, cheapest first, until there are enough matches.
    mutating func runLevels(of place: PlaceCandidate, from first: Interpretation.Level = .exact) throws {
        var tried: [[Interpretation.Clause]] = best.map { [$0.interpretation.clauses] } ?? []
        var level: Interpretation.Level? = first
        while let current = level, current == .exact || !place.isUnsure {
            defer { level = current.next(hasMatches: best != nil) }
            guard let interpretation = builder.interpretation(of: place, at: current),
                !tried.contains(interpretation.clauses)
            else { continue }
            tried.append(interpretation.clauses)
            guard try runLevel(interpretation) else { return }
            // Any match shows which of the places of an ambiguous name is meant; the runs that are left are for that.
            if interpretation.isEmpty || hasEnough || place.role == .ambiguous && best != nil { return }
        }
    }

    /// Runs an interpretation as the policy decides.
    ///
    /// - Returns: false if nothing more is to be run for the place.
    private mutating func runLevel(_ interpretation: Interpretation) throws -> Bool {
        let expected = expectedMatches(interpretation)
        switch policy.step(for: interpretation, hasMatches: best != nil, expected: expected) {
        case .run:
            try run(interpretation)
            return true
        case .broaden:
            note(interpretation, .notRun("the last run is kept for the broadest level"))
            let (place, level) = (interpretation.place, interpretation.level)
            let hasMatches = best != nil || knownMatches(of: place) > 0
            if let broadest = builder.broadest(of: place, from: level, hasMatches: hasMatches) { try run(broadest) }
            return false
        case .stop(let reason):
            note(interpretation, .notRun(reason))
            return false
        }
    }

    /// A number of matches that is known without a run.
    private func expectedMatches(_ interpretation: Interpretation) -> Int {
        let known = knownMatches(of: interpretation.place)
        let required = interpretation.matchClauses.filter { $0.occurrence == .must }
        return required.count == 1 ? max(known, documentCount(of: required[0])) : known
    }

    /// Documents that have a bare name among their words match if the name is no place.
    private func knownMatches(of place: PlaceCandidate) -> Int {
        place.role == .none ? policy.knownNameMatches : 0
    }
}
