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
        let question = try QuestionReader(engine: session.engine)
            .question(request.text, isLiteral: request.isLiteral)
        let scope = try session.resolver.scope(of: request)
        var executor = try QueryExecutor(session: session, request: request, question: question, after: try position())
        return try answer(executor.execute(in: scope))
    }

    /// The position before the page: the document of the cursor.
    private func position() throws -> MatchPosition? {
        guard let text = request.cursor else { return nil }
        guard let cursor = Cursor(text) else { throw SearchError.cursorInvalid(text) }
        guard cursor.generation == generation.name else {
            throw SearchError.cursorStale(from: cursor.generation, current: generation.name)
        }
        guard cursor.requestDigest == (try request.digest) else { throw SearchError.cursorInvalid(text) }
        return MatchPosition(key: cursor.key, ordinal: cursor.ordinal)
    }

    private func answer(_ executed: ExecutedQuery) throws -> SearchAnswer {
        let page = executed.found.documents.prefix(request.limit)
        let hasMore = executed.found.documents.count > request.limit
        let next =
            hasMore
            ? try page.last.map {
                Cursor(
                    generation: generation.name, requestDigest: try request.digest, key: $0.key, ordinal: $0.ordinal
                ).text
            }
            : nil
        let hits = try HitBuilder(session: session, request: request, executed: executed).hits(for: Array(page))
        return SearchAnswer(
            generation: generation.name, tookMilliseconds: watch.milliseconds, total: executed.found.total,
            totalIsExact: true,
            query: executed.reading, hits: hits, facets: facets(of: executed.found), next: next)
    }

    private func facets(of found: Found) -> [Facet] {
        request.facets.map { field in
            let counts = (found.facetCounts[field.stored] ?? []).compactMap { count -> Facet.Count? in
                guard let (value, label) = label(of: count.ordinal, in: field) else { return nil }
                return Facet.Count(value: value, label: label, count: count.count)
            }
            return Facet(field: field, counts: counts.sorted { ($1.count, $0.value) < ($0.count, $1.value) })
        }
    }

    private func label(of ordinal: UInt16, in field: SearchRequest.FacetField) -> (value: String, label: String)? {
        let table: FacetTable
        switch field {
        case .kind: return DocumentKind(ordinal: UInt8(clamping: ordinal)).map { ($0.rawValue, $0.rawValue) }
        case .category: table = generation.categories
        case .regency: table = generation.regencies
        case .district: table = generation.districts
        }
        return table.value(at: ordinal).map { ($0, table.label(at: ordinal) ?? $0) }
    }
}

extension SearchRequest.FacetField {
    var stored: FacetField {
        switch self {
        case .kind: .kind
        case .category: .category
        case .regency: .regency
        case .district: .district
        }
    }
}
