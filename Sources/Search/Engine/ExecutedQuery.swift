import IndexStore

/// An interpretation that was run, with its result.
struct ExecutedQuery {
    var interpretation: Interpretation
    var query: IndexQuery
    var result: MatchResult
    var reading: QueryReading
}

extension ExecutedQuery {
    init(
        _ interpretation: Interpretation, _ query: IndexQuery, _ result: MatchResult, builder: InterpretationBuilder
    ) {
        self.init(
            interpretation: interpretation, query: query, result: result,
            reading: QueryReading(of: interpretation, query, result, builder: builder))
    }
}

extension QueryReading {
    fileprivate init(
        of interpretation: Interpretation, _ query: IndexQuery, _ result: MatchResult, builder: InterpretationBuilder
    ) {
        let (question, scope) = (builder.question, interpretation.scope)
        let place = interpretation.place.reading
        let placeWords = place?.words ?? 0..<0
        self.init(text: question.text, keywords: question.written(without: placeWords))
        near = scope.near
        within = scope.within
        if let place, interpretation.place.role != .ambiguous { self.placeWords = builder.text(of: place.words) }
        radiusMetres = scope.radiusMetres
        matching = interpretation.isEmpty ? .none : interpretation.demandsAllWords ? .all : .some
        documentsWithAllWords =
            interpretation.demandsAllWords
            ? result.total : interpretation.missingWords.isEmpty ? result.completeTotal : 0
        if result.total > 0, !interpretation.replacements.isEmpty {
            corrected = question.written(without: placeWords, replacing: interpretation.replacements)
        }
        isLiteral = builder.request.isLiteral
        missing = interpretation.missingWords
        outside = builder.outsidePlaces
        let conditions = query.filter.facts + query.properties.map(\.condition)
        facts = conditions.enumerated().map { index, condition in
            ReadFact(
                condition: condition, unknown: result.unknownCounts.isEmpty ? nil : result.unknownCounts[index])
        }
        facts += question.facts.undecided.map { ReadFact(condition: $0, unknown: result.total, isApplied: false) }
        if let read = question.facts.sort, read.order == builder.request.sort { sort = read }
    }
}
