import Gazetteer
import Geo
import IndexStore

/// Names that may mean something else: a bare one may be part of a product's name, an ambiguous one has several places.
extension QueryExecutor {
    // MARK: Bare names

    /// Searches the place of a bare name, and keeps the result if the name is the place's rather than a product's.
    ///
    /// A place that is kept and has few matches is widened: for a village, documents around it are added.
    mutating func searchBareName(_ place: PlaceCandidate, in scope: Scope) throws {
        try runs.runLevels(of: place)
        guard let found = runs.best else { return }
        guard try isAccepted(found, in: scope) else { return runs.dropBest() }
        guard !runs.hasEnough else { return }
        var accepted = place
        accepted.isAccepted = true
        let isVillage = place.reading?.meaning.areas.first?.level == .village
        try runs.runLevels(of: accepted, from: isVillage ? .exact : .related)
    }

    /// Whether to read a bare name as a place: more documents of the place match than sentra and products have the
    /// name.
    ///
    /// The other reading becomes an alternative in the answer.
    private mutating func isAccepted(_ found: ExecutedQuery, in scope: Scope) throws -> Bool {
        let place = found.interpretation.place
        guard let reading = place.reading else { return true }
        let asName = builder.rewritten(reading, naming: "\"\(builder.text(of: reading.name))\"")
        let naming = builder.nameInterpretation(of: place, reading: reading, in: scope)
        guard !naming.isImpossible, naming.clauses.last.map({ runs.documentCount(of: $0.match) }) ?? 0 > 0 else {
            runs.note(naming, .notRun("no document has the name, so it is the place's"))
            return true
        }
        guard let named = try runs.countMatches(of: naming) else {
            runs.note(naming, .notRun("no run is left to compare; only a region is then read as a place"))
            alternatives = place.mustBeNamed ? [] : [asName]
            return !place.mustBeNamed
        }
        runs.policy.knownNameMatches = named
        guard named < found.result.total else {
            runs.note(naming, .run(named, "at least as many goods bear the name, so it is no place"))
            if let place = reading.meaning.resolved {
                alternatives.append(builder.rewritten(reading, naming: "di \(place.name)"))
            }
            return false
        }
        runs.note(naming, .run(named, "fewer goods bear the name, so it is a place"))
        alternatives = named > 0 ? [asName] : []
        return true
    }

    // MARK: Ambiguous names

    /// The largest number of documents that are read to see which of several places of one name have a match.
    private static let maxDocumentsRead = 2_000

    /// Searches without the ambiguous name, and offers its places.
    ///
    /// If only one of them has matches, it is searched.
    mutating func searchAmbiguousName(_ place: PlaceCandidate) throws {
        try runs.runLevels(of: place)
        guard let reading = place.reading, case .ambiguous(let meanings) = reading.meaning else { return }
        let matching = try placesWithMatches(among: meanings)
        if matching.count == 1, runs.policy.remainingRuns > 0,
            let sure = builder.candidate(for: reading, meaning: matching[0], in: place.scope)
        {
            runs.dropBest()
            try runs.runLevels(of: sure)
        }
        let others = meanings.filter { !matching.contains($0) }
        let offered = (matching + others).filter { $0.code.dotted != runs.best?.interpretation.scope.near?.code }
        alternatives += offered.map { builder.rewritten(reading, naming: $0.label) }
    }

    /// Those of several places of one name that have a match: near their point, or near the centroid of an area.
    private mutating func placesWithMatches(among places: [Place]) throws -> [Place] {
        guard let found = runs.best, let documents = try runs.documents(of: found, limit: Self.maxDocumentsRead) else {
            return []
        }
        // The reach is a rule of thumb, so the straight chord is exact enough; geodesics would take a hundred times longer.
        let points = documents.compactMap(\.coordinate).map { GeocentricPoint($0) }
        return places.filter { place in
            guard let centroid = place.coordinate.map({ GeocentricPoint($0) }) else { return false }
            return points.contains { centroid.chord(to: $0) <= place.level.reachMetres }
        }
    }
}

extension AdministrativeLevel {
    /// How far from its point or centroid a document of a place of this level may lie.
    fileprivate var reachMetres: Double {
        switch self {
        case .province: 300_000
        case .regency: 30_000
        case .district: 10_000
        case .village: 5_000
        }
    }
}
