import IndexDefinition
import Search

/// The start page: how much there is of what, by category and by regency.
struct StartView: Sendable {
    private static let examples = ["sasirangan", "tas purun dekat Martapura", "kue di Barabai", "gula aren"]

    private let kinds: [Facet.Count]
    private let categories: [Facet.Count]
    private let regencies: [Facet.Count]

    /// Throws: SearchError.
    init(_ session: SearchSession) throws(SearchError) {
        var request = SearchRequest()
        request.limit = 1
        request.facets = [.kind]
        kinds = try session.search(request).facets.first?.counts ?? []
        request.kinds = DocumentKind.goods
        request.facets = [.category, .regency]
        let made = try session.search(request).facets
        categories = made.first { $0.field == .category }?.counts ?? []
        regencies = made.first { $0.field == .regency }?.counts ?? []
    }

    func values(_ state: PageState, _ words: PageWords) -> [String: Any] {
        let made = DocumentKind.goods.map(\.rawValue).joined(separator: ",")
        return [
            "examples": Self.examples.map { ["label": $0, "url": state.url(["q": $0])] },
            "kinds": DocumentKind.byRank.map { kind -> [String: String] in
                let number = kinds.first { $0.value == kind.rawValue }?.count ?? 0
                return [
                    "kind": kind.rawValue, "count": words.grouped(number), "label": words["kinds.\(kind.rawValue)"],
                    "url": state.url(["kind": kind.rawValue]),
                ]
            },
            "categories": categories.map { count -> [String: String] in
                [
                    "label": words.category(count.value), "count": words.grouped(count.count),
                    "url": state.url(["kind": made, "category": count.value]),
                ]
            },
            "regencies": regencies.map { count -> [String: String] in
                [
                    "label": count.label, "count": words.grouped(count.count),
                    "url": state.url(["kind": made, "regency": count.value]),
                ]
            },
        ]
    }
}
