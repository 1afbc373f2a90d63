import IndexStore

/// Runs interpretations of a query on the index, and keeps the result with the most matches.
struct InterpretationRuns {
    let builder: InterpretationBuilder
    let after: MatchHit?
    var policy = ExecutionPolicy()
    /// The result with the most matches so far.
    private(set) var best: ExecutedQuery?
    /// The result of the last run, which explains an answer without matches.
    private(set) var last: ExecutedQuery?
    /// The interpretations in the order of the decisions; empty unless an explanation is wanted.
    private(set) var considered: [ConsideredInterpretation] = []

    private var index: any SearchIndex { builder.session.index }

    init(builder: InterpretationBuilder, after: MatchHit?) {
        self.builder = builder
        self.after = after
        if builder.request.choosesByFacts { policy.enoughMatches = 1 }
    }

    /// True if no broader interpretation needs to be tried.
    var hasEnough: Bool { policy.isEnough(best?.result.total ?? 0) }

    func documentCount(of clause: MatchClause) -> Int { index.documentCount(of: clause) }

    // MARK: Runs

    /// Runs an interpretation, and keeps its result if it has more matches than the best.
    mutating func run(_ interpretation: Interpretation) throws {
        let query = try query(for: interpretation)
        if let reason = reasonNotToRun(interpretation) {
            note(interpretation, .notRun(reason))
            last = ExecutedQuery(interpretation, query, MatchResult(), builder: builder)
            return
        }
        if !interpretation.isEmpty { policy.runs += 1 }
        let executed = ExecutedQuery(interpretation, query, try index.match(query), builder: builder)
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

    private func reasonNotToRun(_ interpretation: Interpretation) -> String? {
        if let clause = interpretation.impossibleClause { return "no document has '\(clause.label)'" }
        let namesOnlyOutsidePlaces =
            interpretation.isEmpty && !builder.outsidePlaces.isEmpty && interpretation.place.role == .none
            && interpretation.kindsOfAll == nil
        return namesOnlyOutsidePlaces ? "the question only names a place outside of the data" : nil
    }

    /// Forgets the best result.
    mutating func dropBest() { best = nil }

    /// The number of matches of an interpretation; nil if the last run is kept for another one.
    mutating func countMatches(of interpretation: Interpretation) throws -> Int? {
        guard policy.remainingRuns > 1 else { return nil }
        policy.runs += 1
        var query = try query(for: interpretation)
        query.limit = 0
        return try index.match(query).total
    }

    /// The first documents of a result, whatever its page; nil if the last run is kept for another one.
    mutating func documents(of executed: ExecutedQuery, limit: Int) throws -> [StoredDocument]? {
        guard policy.remainingRuns > 1 else { return nil }
        policy.runs += 1
        var query = executed.query
        query.limit = limit
        query.after = nil
        query.facets = []
        return try index.documents(index.match(query).hits.map(\.document))
    }

    /// The document whose id is the question, if it is in the scope.
    func documentWithID(in scope: Scope) throws -> ExecutedQuery? {
        let id = builder.question.text.trimmedOfWhitespace
        guard id.utf8.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            !id.contains(where: \.isWhitespace), let document = try builder.session.storedDocument(withID: id)
        else { return nil }
        let interpretation = Interpretation(place: PlaceCandidate(role: .none, scope: scope), level: .exact)
        var query = try query(for: interpretation)
        query.candidates = [document.reference]
        let result = try index.match(query)
        return result.total == 0 ? nil : ExecutedQuery(interpretation, query, result, builder: builder)
    }

    private func query(for interpretation: Interpretation) throws -> IndexQuery {
        try IndexQuery(builder.request, interpretation, after: after, weights: builder.session.engine.weights)
    }

    /// Adds a line to the explanation.
    mutating func note(_ interpretation: Interpretation, _ outcome: ConsideredInterpretation.Outcome) {
        guard builder.request.wantsExplanation else { return }
        considered.append(ConsideredInterpretation(interpretation, outcome: outcome, text: builder.text))
    }
}
