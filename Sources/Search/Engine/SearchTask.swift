import Geo
import IndexDefinition
import IndexStore

/// Answers one request: reads it, understands it, finds documents, and makes hits.
struct SearchTask {
    let session: SearchSession
    let request: SearchRequest
    private let watch = Stopwatch()

    private var generation: Generation { session.engine.generation }

    init(session: SearchSession, request: SearchRequest) {
        self.session = session
        self.request = request
    }

    func answer() throws -> SearchAnswer {
        guard SearchRequest.limits.contains(request.limit) else {
            throw SearchError.invalid(
                "limit", value: "\(request.limit)", expected: "a number from 1 to \(SearchRequest.limits.upperBound)")
        }
        let question = try QuestionReader(session: session).question(request.text, isLiteral: request.isLiteral)
        var understood = request
        understood.add(question.facts)
        let scope = try session.resolver.scope(of: understood)
        var executor = try QueryExecutor(
            session: session, request: understood, question: question, after: try position())
        return try answer(executor.execute(in: scope))
    }

    /// Where the page begins: behind the cursor's document.
    private func position() throws -> MatchHit? {
        guard let text = request.cursor else { return nil }
        guard let cursor = Cursor(text) else { throw SearchError.cursorInvalid(text) }
        guard cursor.generation == generation.name else {
            throw SearchError.cursorStale(from: cursor.generation, current: generation.name)
        }
        guard cursor.requestDigest == (try request.digest) else { throw SearchError.cursorInvalid(text) }
        return MatchHit(cursor.document, key: cursor.key)
    }

    private func answer(_ executed: ExecutedQuery) throws -> SearchAnswer {
        let page = executed.result.hits.prefix(request.limit)
        let hasMore = executed.result.hits.count > request.limit
        let next =
            hasMore
            ? try page.last.map {
                Cursor(
                    generation: generation.name, requestDigest: try request.digest, key: $0.key, document: $0.document
                ).text
            }
            : nil
        let hits = try HitBuilder(session: session, request: request, executed: executed).hits(for: Array(page))
        return SearchAnswer(
            generation: generation.name, tookMilliseconds: watch.milliseconds, total: executed.result.total,
            totalIsExact: true,
            query: executed.reading, hits: hits,
            facets: request.facets.map { Facet(field: $0, counts: executed.result.facets[$0] ?? []) },
            factFacets: request.factFacets.map {
                FactFacet(fact: $0, counts: executed.result.factFacets[$0] ?? [])
            }, next: next)
    }
}
