import CRanking
import CSQLite
import Geo
import IndexDefinition

extension IndexReader {
    /// Finds the documents that match, counts them all, and keeps the first in the order asked for.
    ///
    ///     let request = MatchRequest(clauses: [clause], weights: weights, order: .score, limit: 10)
    ///     try reader.match(request).hits.first?.ordinal
    ///
    /// Shape: without clauses every document matches, and the order is by name, distance or id; the total is exact.
    /// - Throws: `.usage` for a request that cannot be (no wanted word, a limit out of range), `.data` if the index is
    ///   damaged, `SearchInterrupted`.
    /// - Complexity: O(matches of the clauses) and O(log limit) for each kept; O(documents)
    ///   without clauses or candidates.
    package func match(_ request: MatchRequest) throws -> MatchResult {
        banua_flag_set(interruptHandle.flag, false)
        do {
            return try matched(request)
        } catch {
            // An interrupt while SQLite still opens its tables comes back as a failure to open them.
            throw banua_flag_is_set(interruptHandle.flag) ? SearchInterrupted() : error
        }
    }

    private func matched(_ request: MatchRequest) throws -> MatchResult {
        guard !request.clauses.isEmpty else { return try nearest(request) ?? scan(request) }
        guard let expression = try MatchExpression(request.clauses) else { return MatchResult() }
        let collector = try Collector(request, phrases: expression.phrases, generation: generation)
        let candidates = MatchPlanner(generation: generation, costs: costs).candidates(for: request)
        try collect(expression, candidates: candidates, into: collector)
        return collector.result()
    }

    /// How the score of one document comes about; nil if the request does not match it.
    package func explain(_ request: MatchRequest, ordinal: Int) throws -> ScoreParts? {
        var request = request
        request.order = .score
        request.limit = 0
        request.after = nil
        request.facets = []
        guard let expression = try MatchExpression(request.clauses) else { return nil }
        let collector = try Collector(request, phrases: expression.phrases, generation: generation, explaining: true)
        try collect(expression, candidates: [ordinal], into: collector)
        return collector.scoreParts(clauseCount: request.clauses.count)
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
