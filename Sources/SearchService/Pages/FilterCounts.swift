import IndexDefinition
import Search

/// How many documents each choice of the filters finds.
struct FilterCounts: Sendable {
    var fields: [FacetField: [FacetCount]] = [:]
    /// The counts of the values or ranges of facts, by name; empty if the fact is known of no document.
    var facts: [String: [FacetCount]] = [:]

    init() {}

    /// The counts of an answer.
    init(_ answer: SearchAnswer) {
        fields = Dictionary(answer.facets.map { ($0.field, $0.counts) }) { first, _ in first }
        facts = Dictionary(answer.factFacets.map { ($0.fact, $0.counts) }) { first, _ in first }
    }

    /// True if a document is known to have the fact.
    func hasFact(_ name: String) -> Bool { facts[name]?.contains { $0.count > 0 } ?? false }
}

extension SearchRequest {
    /// The request with the counts that the filters of the page show.
    func countingFilters() -> SearchRequest {
        var request = self
        request.facets = [.kind, .category, .regency]
        request.factFacets = FactColumn.all.map(\.name)
        return request
    }
}
