import Base
import Gazetteer
import IndexDefinition
import IndexStore
import TextAnalysis

/// An interpretation that was run, with its result.
struct ExecutedQuery {
    var interpretation: Interpretation
    var query: IndexQuery
    var result: MatchResult
    var reading: QueryReading
}

/// Runs the interpretations of a query, cheapest first, until one has enough matches.
///
/// The first place reading with matches is chosen. If it has few matches, broader levels of the same reading follow,
/// and replace it if they have more. A bare place name is compared with the products that have the name. At most
/// ``ExecutionPolicy/maxRuns`` index queries are run.
struct QueryExecutor {
    let session: SearchSession
    let request: SearchRequest
    let after: MatchHit?
    let builder: InterpretationBuilder

    /// Questions offered with an answer at most: an ambiguous name may have many places.
    private static let mostAlternatives = 12
    /// So many documents are read to see which of several places of one name have a match.
    private static let mostReadForPlaces = 2_000

    /// The question without the words that name places outside the data.
    private var question: Question { builder.question }
    private var policy = ExecutionPolicy()
    private var best: ExecutedQuery?
    /// The explanation of an empty answer.
    private var last: ExecutedQuery?
    /// A place that was surely asked for and has no match.
    private var emptyPlace: PlaceReading?
    private var alternatives: [String] = []
    private var considered: [ConsideredInterpretation] = []

    init(session: SearchSession, request: SearchRequest, question: Question, after: MatchHit?) throws {
        self.session = session
        self.request = request
        self.after = after
        builder = try InterpretationBuilder(session: session, request: request, question: question)
    }

    mutating func execute(in scope: Scope) throws -> ExecutedQuery {
        if let executed = try documentWithID(in: scope) { return executed }
        var places = builder.places(in: scope)
        while best == nil, !places.isEmpty {
            var place = places.removeFirst()
            if place.role == .none { place.knownMatches = policy.knownNameMatches }
            try search(place)
            if best == nil, place.role == .marked, emptyPlace == nil { emptyPlace = place.reading }
            guard let found = best, place.role == .bare else { continue }
            guard try isAccepted(found, in: scope) else {
                best = nil
                continue
            }
            place.isAccepted = true
            if !policy.isEnough(found.result.total) { try widen(place) }
        }
        return try finished()
    }

    /// Runs the levels of a place until there are enough matches.
    private mutating func search(_ place: PlaceCandidate) throws {
        try search(place, from: .exact)
        guard place.role == .ambiguous, let reading = place.reading, case .ambiguous(let meanings) = reading.meaning
        else { return }
        let matching = try placesWithMatches(among: meanings)
        if matching.count == 1, policy.remainingRuns > 0, let only = matching.first,
            let sure = builder.candidate(for: reading, meaning: only, in: place.scope)
        {
            best = nil
            try search(sure, from: .exact)
        }
        let others = meanings.filter { !matching.contains($0) }
        let offered = (matching + others).filter { $0.code.dotted != best?.interpretation.scope.near?.code }
        alternatives += offered.map { builder.rewritten(reading, naming: $0.label) }
    }

    /// Those of several places of one name that have a match: near their point, or near the middle of an area.
    private mutating func placesWithMatches(among places: [Place]) throws -> [Place] {
        guard let best, best.result.total > 0, policy.remainingRuns > 1 else { return [] }
        policy.runs += 1
        var query = try query(for: best.interpretation)
        query.limit = Self.mostReadForPlaces
        query.after = nil
        query.facets = []
        let found = try session.index.match(query).hits.map(\.document)
        let points = try session.index.documents(found).compactMap(\.coordinate)
        return places.filter { place in
            guard let middle = place.coordinate else { return false }
            return points.contains { session.engine.geodesic(middle, $0) <= place.level.reachMetres }
        }
    }

    /// Adds the broader levels of an accepted place.
    ///
    /// For a village, documents around it are added.
    private mutating func widen(_ place: PlaceCandidate) throws {
        try search(place, from: place.reading?.meaning.areas.first?.level == .village ? .exact : .related)
    }

    private mutating func search(_ place: PlaceCandidate, from first: Interpretation.Level) throws {
        var tried: [[Interpretation.Clause]] = best.map { [$0.interpretation.clauses] } ?? []
        var level: Interpretation.Level? = first
        while let current = level {
            defer { level = current.next(hasMatches: best != nil) }
            guard !(place.isUnsure && current != .exact) else { return }
            guard let interpretation = builder.interpretation(of: place, at: current),
                !tried.contains(interpretation.clauses)
            else { continue }
            tried.append(interpretation.clauses)
            let expected = expectedMatches(interpretation)
            switch policy.step(for: interpretation, hasMatches: best != nil, expected: expected) {
            case .run: try run(interpretation)
            case .broaden:
                note(interpretation, .notRun("the last run is kept for the broadest level"))
                let hasMatches = best != nil || place.knownMatches > 0
                if let broadest = builder.broadest(of: place, from: current, hasMatches: hasMatches) {
                    try run(broadest)
                }
                return
            case .stop(let reason):
                note(interpretation, .notRun(reason))
                return
            }
            if interpretation.isEmpty || policy.isEnough(best?.result.total ?? 0) { return }
        }
    }

    /// A number of matches that is known without a run.
    private func expectedMatches(_ interpretation: Interpretation) -> Int {
        let known = interpretation.place.knownMatches
        let required = interpretation.matchClauses.filter { $0.occurrence == .must }
        return required.count == 1 ? max(known, session.index.documentCount(of: required[0])) : known
    }
}

// MARK: - Runs

extension QueryExecutor {
    /// Runs an interpretation.
    ///
    /// No other code searches the index for documents of an interpretation.
    private mutating func run(_ interpretation: Interpretation) throws {
        let query = try query(for: interpretation)
        if let clause = interpretation.impossibleClause {
            note(interpretation, .notRun("no document has '\(clause.label)'"))
            last = executed(interpretation, query, MatchResult())
            return
        }
        if interpretation.isEmpty, asksOnlyForOutsidePlace(interpretation) {
            note(interpretation, .notRun("the question only names a place outside of the data"))
            last = executed(interpretation, query, MatchResult())
            return
        }
        if !interpretation.isEmpty { policy.runs += 1 }
        let executed = self.executed(interpretation, query, try session.index.match(query))
        last = executed
        let total = executed.result.total
        guard total > best?.result.total ?? 0 else {
            note(interpretation, .run(total, best == nil ? "no match" : "not more than before"))
            return
        }
        note(interpretation, .run(total, policy.isEnough(total) ? "enough" : "few"))
        let allWords = max(best?.reading.documentsWithAllWords ?? 0, executed.reading.documentsWithAllWords)
        best = executed
        best?.reading.documentsWithAllWords = allWords
    }

    private func asksOnlyForOutsidePlace(_ interpretation: Interpretation) -> Bool {
        !builder.outsidePlaces.isEmpty && interpretation.place.role == .none && interpretation.kindsOfAll == nil
    }

    private func documentWithID(in scope: Scope) throws -> ExecutedQuery? {
        guard question.text.utf8.contains(where: { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else {
            return nil
        }
        let id = question.text.trimmedOfWhitespace
        guard !id.contains(where: \.isWhitespace), let document = try session.storedDocument(withID: id) else {
            return nil
        }
        let interpretation = Interpretation(place: PlaceCandidate(role: .none, scope: scope), level: .exact)
        var query = try query(for: interpretation)
        query.candidates = [document.reference]
        let result = try session.index.match(query)
        return result.total == 0 ? nil : executed(interpretation, query, result)
    }

    private func query(for interpretation: Interpretation) throws -> IndexQuery {
        try IndexQuery(request, interpretation, after: after, weights: session.engine.weights)
    }

    private func executed(_ interpretation: Interpretation, _ query: IndexQuery, _ result: MatchResult) -> ExecutedQuery
    {
        let scope = interpretation.scope
        let reading = interpretation.place.reading
        let placeWords = reading?.words ?? 0..<0
        var answered = QueryReading(text: question.text, keywords: question.written(without: placeWords))
        answered.near = scope.near
        answered.within = scope.within
        if let reading, interpretation.place.role != .ambiguous {
            answered.placeWords = builder.text(of: reading.words)
        }
        answered.radiusMetres = scope.radiusMetres
        answered.matching = interpretation.isEmpty ? .none : interpretation.demandsAllWords ? .all : .some
        answered.documentsWithAllWords =
            interpretation.demandsAllWords
            ? result.total : !interpretation.missingWords.isEmpty ? 0 : result.completeTotal
        if result.total > 0, !interpretation.replacements.isEmpty {
            answered.corrected = question.written(without: placeWords, replacing: interpretation.replacements)
        }
        answered.isLiteral = request.isLiteral
        answered.missing = interpretation.missingWords
        answered.outside = builder.outsidePlaces
        answered.facts = query.filter.facts.enumerated().map { index, condition in
            let unknown = result.unknownCounts.indices.contains(index) ? result.unknownCounts[index] : 0
            return ReadFact(condition: condition, unknown: unknown)
        }
        return ExecutedQuery(interpretation: interpretation, query: query, result: result, reading: answered)
    }
}

// MARK: - Bare place names

extension QueryExecutor {
    /// Whether to read a bare name as a place: more documents of the place match than sentra and products have the
    /// name.
    ///
    /// The other reading becomes an alternative in the answer.
    private mutating func isAccepted(_ found: ExecutedQuery, in scope: Scope) throws -> Bool {
        let place = found.interpretation.place
        guard let reading = place.reading else { return true }
        let asName = builder.rewritten(reading, naming: "\"\(builder.text(of: reading.name))\"")
        let naming = builder.nameInterpretation(of: place, reading: reading, in: scope)
        let names = naming.clauses.last.map { session.index.documentCount(of: $0.match) } ?? 0
        guard names > 0, !naming.isImpossible else {
            note(naming, .notRun("no document has the name, so it is the place's"))
            return true
        }
        guard policy.remainingRuns > 1 else {
            note(naming, .notRun("no run is left to compare; only a region is then read as a place"))
            alternatives = place.mustBeNamed ? [] : [asName]
            return !place.mustBeNamed
        }
        policy.runs += 1
        var count = try query(for: naming)
        count.limit = 0
        let named = try session.index.match(count).total
        policy.knownNameMatches = named
        if named >= found.result.total {
            note(naming, .run(named, "at least as many goods bear the name, so it is no place"))
            if let place = reading.meaning.resolved {
                alternatives.append(builder.rewritten(reading, naming: "di \(place.name)"))
            }
            return false
        }
        note(naming, .run(named, "fewer goods bear the name, so it is a place"))
        alternatives = named > 0 ? [asName] : []
        return true
    }

}

// MARK: - The answer

extension QueryExecutor {
    private mutating func finished() throws -> ExecutedQuery {
        guard var executed = best ?? last else {
            throw SearchError(kind: .internal, code: .failure, message: "No interpretation of the query was tried.")
        }
        executed.reading.didYouMean = Array(alternatives.prefix(Self.mostAlternatives))
        if executed.result.total > 0, executed.interpretation.place.role != .marked {
            executed.reading.nothingIn = emptyPlace?.meaning.resolved
        }
        if executed.interpretation.place.role == .none, alternatives.isEmpty {
            executed.reading.didYouMean = spellingAlternatives(for: executed)
        }
        if request.wantsExplanation {
            let chosen = executed.interpretation
            executed.reading.interpretations = considered.map { $0.marked(ifSameAs: chosen) }
        }
        return executed
    }

    private mutating func note(_ interpretation: Interpretation, _ outcome: ConsideredInterpretation.Outcome) {
        guard request.wantsExplanation else { return }
        considered.append(ConsideredInterpretation(interpretation, outcome: outcome, text: builder.text))
    }

    private func isSpelledRight(_ word: String) -> Bool {
        session.engine.analyzer.isKnownWord(word) || session.engine.analyzer.isCommonWord(word)
    }

    /// Queries with one word spelled like a much more frequent one, if the words as typed find next to nothing.
    private func spellingAlternatives(for executed: ExecutedQuery) -> [String] {
        guard !request.isLiteral, executed.reading.documentsWithAllWords < 3, executed.reading.corrected == nil else {
            return []
        }
        var texts: [String] = []
        for (index, word) in question.words.enumerated() where !isSpelledRight(word.text) {
            guard let best = session.corrector.corrections(of: word.text).first else { continue }
            let count = session.index.documentCount(of: MatchTerm([word.text]))
            guard best.documentCount >= 5 * max(1, count) else { continue }
            let words = question.words.enumerated().map { $0.offset == index ? best.text : $0.element.text }
            texts.append(words.joined(separator: " "))
        }
        return Array(texts.prefix(3))
    }
}

extension String {
    var trimmedOfWhitespace: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

extension AdministrativeLevel {
    /// How far from its point or middle a document of a place of this level may lie.
    fileprivate var reachMetres: Double {
        switch self {
        case .province: 300_000
        case .regency: 30_000
        case .district: 10_000
        case .village: 5_000
        }
    }
}
