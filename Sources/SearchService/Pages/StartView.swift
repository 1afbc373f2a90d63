import IndexDefinition
import Search

/// The values of start.mustache: how many documents there are, by kind, category and regency; and the way to the page of OVOP.
struct StartView: TemplateView {
    struct Kind: TemplateView {
        var kind: String
        var count: String
        var label: String
        var url: String
    }

    private static let examples = ["sasirangan", "tas purun dekat Martapura", "kue di Barabai", "gula aren"]

    var heading: String
    var examples: [LinkView]
    var kinds: [Kind]
    var categories: [CountLinkView]
    var regencies: [CountLinkView]
    var ovopURL: String
}

extension StartView {
    /// Counts the documents of the region.
    ///
    /// - Throws: SearchError.
    init(_ session: SearchSession, _ state: PageState, _ words: PageWords, region: String) throws(SearchError) {
        heading = words.filled("startHeading", region)
        examples = Self.examples.map { LinkView(label: $0, url: state.url(["q": $0])) }
        kinds = try Self.kinds(session, state, words)
        let made = try Self.counts(of: [.category, .regency], kinds: DocumentKind.goods, session)
        let goods = DocumentKind.goods.map(\.rawValue).joined(separator: ",")
        let links = { (field: FacetField, label: (FacetCount) -> String) in
            (made.first { $0.field == field }?.counts ?? []).map { count in
                CountLinkView(
                    label: label(count), count: words.grouped(count.count),
                    url: state.url(["kind": goods, field.rawValue: count.value]))
            }
        }
        categories = links(.category) { words.category($0.value) }
        regencies = links(.regency) { $0.label }
        ovopURL = words.link("/ovop")
    }

    private static func kinds(_ session: SearchSession, _ state: PageState, _ words: PageWords) throws(SearchError)
        -> [Kind]
    {
        let counts = try counts(of: [.kind], kinds: [], session).first?.counts ?? []
        return DocumentKind.byRank.map { kind in
            let count = counts.first { $0.value == kind.rawValue }?.count ?? 0
            return Kind(
                kind: kind.rawValue, count: words.grouped(count), label: words["kinds.\(kind.rawValue)"],
                url: state.url(["kind": kind.rawValue]))
        }
    }

    private static func counts(
        of fields: [FacetField], kinds: [DocumentKind], _ session: SearchSession
    ) throws(SearchError) -> [Facet] {
        var request = SearchRequest()
        request.limit = 1
        request.kinds = kinds
        request.facets = fields
        return try session.search(request).facets
    }
}
