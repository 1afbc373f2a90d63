import Gazetteer
import Geo
import IndexDefinition
import IndexStore
import TextAnalysis

/// Answers the requests of one thread, from one generation.
///
/// It is not Sendable: each thread needs its own session. `interruptHandle` may be used from any thread.
package final class SearchSession {
    package let engine: SearchEngine
    let index: any SearchIndex
    let directory: PlaceDirectory
    let resolver: ScopeResolver
    let corrector: TermCorrector
    let expansion: WordExpansion
    let clauseBuilder: ClauseBuilder
    let placeReader: PlaceReader

    package var generationName: String { engine.generationName }

    /// Ends what this session is doing: it throws an error with the code `interrupted`.
    package var interrupt: @Sendable () -> Void { index.interrupt }

    init(engine: SearchEngine, index: any SearchIndex) {
        self.engine = engine
        self.index = index
        directory = PlaceDirectory(places: IndexPlaces(index), words: engine.placeWords)
        resolver = ScopeResolver(directory: directory, index: index, facts: engine.facts.table)
        corrector = TermCorrector(index: index)
        expansion = WordExpansion(
            index: index, analyzer: engine.analyzer, roots: engine.rootAnalyzer, weights: engine.weights,
            corrector: corrector)
        clauseBuilder = ClauseBuilder(
            expansion: expansion, analyzer: engine.analyzer, synonyms: engine.synonyms, kindWords: engine.asking,
            headNouns: engine.headNouns,
            documentCount: index.documentCount)
        placeReader = PlaceReader(
            directory: directory, analyzer: engine.analyzer, corrector: corrector, markers: engine.markers,
            outside: engine.outsidePlaces)
    }

    /// Finds documents by words, filters and place.
    ///
    /// Shape: one page; `next` is the cursor of the next one. Paging to the end gives every match of a generation once.
    ///
    /// - Throws: SearchError: usage for a contradictory request, an unknown or ambiguous place, or a cursor of another
    ///   request or generation; `interrupted`; data if the index is damaged.
    package func search(_ request: SearchRequest) throws(SearchError) -> SearchAnswer {
        try translated { try SearchTask(session: self, request: request).answer() }
    }

    /// The readings of a query before any search of the index.
    ///
    /// - Throws: SearchError (usage) if the text is not a valid query.
    package func understand(_ text: String) throws(SearchError) -> Understanding {
        try translated {
            let question = try QuestionReader(session: self).question(text, isLiteral: false)
            let builder = try InterpretationBuilder(
                session: self, request: SearchRequest(text: text), question: question)
            let place = builder.places(in: Scope())[0]
            let interpretation = builder.interpretation(of: place, at: .exact)
            return Understanding(
                place: place.reading?.meaning.resolved,
                words: (interpretation?.clauses ?? []).map { clause in
                    Understanding.Word(
                        typed: clause.label, terms: clause.match.terms.map { $0.words.joined(separator: " ") })
                })
        }
    }

    /// Finds documents around a place, nearest first, with any text.
    ///
    /// - Throws: the errors of `search`; usage if the request has no place.
    package func near(_ request: SearchRequest) throws(SearchError) -> SearchAnswer {
        guard request.near != nil else { throw .needsPlace(for: "Looking around") }
        var request = request
        request.text = ""
        request.sort = .distance
        return try search(request)
    }

    /// Completions of a text that a person types: names, words of the catalog, places.
    ///
    /// Shape: at most `limit`; empty for a text without a letter or digit.
    package func suggest(_ text: String, limit: Int = 10) throws(SearchError) -> SuggestAnswer {
        try translated { try SuggestTask(session: self, text: text, limit: limit).answer() }
    }

    /// The document with an id.
    ///
    /// The id of a village is its present code, a former one, or one without dots.
    ///
    /// - Throws: SearchError with the code `documentNotFound`.
    package func document(_ id: String) throws(SearchError) -> Hit {
        try translated {
            guard let stored = try storedDocument(withID: id) else { throw SearchError.documentNotFound(id) }
            return Hit(stored)
        }
    }

    /// The village with the nearest point.
    ///
    /// - Throws: SearchError: usage for a coordinate that is not on Earth, data if no village has a position.
    package func reverse(_ coordinate: Coordinate) throws(SearchError) -> ReverseAnswer {
        let watch = Stopwatch()
        var request = SearchRequest()
        request.kinds = [.village]
        request.near = .coordinate(coordinate)
        request.limit = 1
        guard let village = try near(request).hits.first else { throw .noVillages() }
        return ReverseAnswer(
            generation: generationName, tookMilliseconds: watch.milliseconds, coordinate: coordinate, village: village)
    }

    /// The sentra by how ready they are to be proposed for OVOP, with what the data say of each rule.
    ///
    /// Shape: one page of candidates, best first; `next` is the cursor of the next one.
    ///
    /// - Throws: SearchError: usage for an unknown or ambiguous regency, a limit out of range, or a cursor of another
    ///   request or generation; data if the index is damaged.
    package func ovop(_ request: OVOPRequest) throws(SearchError) -> OVOPAnswer {
        try translated { try OVOPTask(session: self, request: request).answer() }
    }

    /// A place by code, name, name with the area around it, or latitude and longitude.
    ///
    /// - Throws: SearchError with the code `placeNotFound` or `placeAmbiguous`, and candidates.
    package func place(_ text: String) throws(SearchError) -> ResolvedPlace {
        try translated { try resolver.place(.text(text), parameter: "near") }
    }

    /// The content of the generation.
    package func status() -> IndexStatus {
        let manifest = engine.generation.manifest
        return IndexStatus(
            generation: manifest.generation, definitionVersion: manifest.definitionVersion,
            // If the definition cannot be read, it is not that of the generation.
            definitionIsCurrent: (try? IndexDefinition.version) == manifest.definitionVersion,
            created: manifest.created, buildSeconds: manifest.durationSeconds, counts: manifest.counts,
            catalogCounts: manifest.catalogCounts, placedCounts: manifest.placedCounts,
            bytes: manifest.bytes)
    }

    func storedDocument(withID id: String) throws -> StoredDocument? {
        if let document = try index.document(withID: id) { return document }
        guard let code = WrittenCode(id)?.code else { return nil }
        if let document = try index.document(withID: code.dotted) { return document }
        return try index.place(formerCode: code).flatMap { try index.document(withID: $0.code.dotted) }
    }

    private func translated<Answer>(_ body: () throws -> Answer) throws(SearchError) -> Answer {
        do {
            return try body()
        } catch {
            throw SearchError(wrapping: error)
        }
    }
}

extension Hit {
    init(_ stored: StoredDocument) {
        self.init(
            kind: stored.kind, id: stored.id, name: stored.name, coordinate: stored.coordinate, body: stored.body)
    }
}

/// Measures how long an answer takes.
struct Stopwatch {
    private let start = ContinuousClock.now

    var milliseconds: Double { (ContinuousClock.now - start) / .milliseconds(1) }
}
