import CRanking
import CSQLite
import Geo
import IndexDefinition

extension IndexReader {
    func match(_ query: IndexQuery) throws -> MatchResult {
        banua_flag_set(interruptHandle.flag, false)
        do {
            return try matched(query)
        } catch {
            // An interrupt while SQLite still opens its tables comes back as a failure to open them.
            throw banua_flag_is_set(interruptHandle.flag) ? IndexStoreError.interrupted : error
        }
    }

    private func matched(_ query: IndexQuery) throws -> MatchResult {
        guard !query.clauses.isEmpty else { return try nearest(query) ?? scan(query) }
        guard let expression = try MatchExpression(query.clauses) else { return MatchResult() }
        let collector = try Collector(query, phrases: expression.phrases, reader: self)
        let candidates = MatchPlanner(generation: generation, costs: costs).candidates(for: query)
        try collect(expression, candidates: candidates, into: collector)
        return collector.result()
    }

    func explain(_ query: IndexQuery, _ document: DocumentRef) throws -> ScoreParts? {
        var query = query
        query.order = .score
        query.limit = 0
        query.after = nil
        query.facets = []
        guard let expression = try MatchExpression(query.clauses) else { return nil }
        let collector = try Collector(query, phrases: expression.phrases, reader: self, explaining: true)
        try collect(expression, candidates: [document.ordinal], into: collector)
        return collector.scoreParts()
    }

    /// One step of one statement: banua_collect is never true, so the loop over the matches runs inside SQLite.
    private func collect(_ expression: MatchExpression, candidates: [Int]?, into collector: Collector) throws {
        banua_attach(ranking, collector.handle)
        defer { banua_attach(ranking, nil) }
        guard let candidates else {
            return try statement("SELECT 1 FROM search WHERE search MATCH ?1 AND banua_collect(search)").bind(
                1, expression.text
            ).run()
        }
        let one = try statement("SELECT 1 FROM search WHERE search MATCH ?1 AND rowid = ?2 AND banua_collect(search)")
            .bind(
                1, expression.text)
        for ordinal in candidates { try one.bind(2, ordinal + 1).run() }
    }
}
