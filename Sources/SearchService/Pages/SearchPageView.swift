/// The values of search.mustache, and of part.mustache, which has the results and filters only.
struct SearchPageView: PageView {
    static let template = "search"
    static let partTemplate = "part"

    var layout: LayoutView
    var form: SearchFormView
    var filters: FiltersView
    var results: ResultsView
}

/// The values of results.mustache.
struct ResultsView: MergedView {
    /// The start page.
    ///
    /// Nil if the request has a query or a filter.
    var start: StartView?
    var summary: String?
    /// The reading of the query.
    var reading: String?
    var chosen: [LinkView] = []
    var hasChosen = false
    var notices: [NoticeView] = []
    /// The reason why the query has no answer.
    var problem: String?
    var candidates: ChoicesView?
    var empty: EmptyResultView?
    var origin: OriginView?
    var hits: [HitView] = []
    var nextURL: String?
    var firstURL: String?
}

/// A change of the query, with the link that undoes it.
struct NoticeView: TemplateView {
    var text: String
    var url = ""
    /// The text of the link.
    ///
    /// Nil if there is none.
    var action: String?
}

/// Links to choose from.
struct ChoicesView: TemplateView {
    var title: String
    var items: [LinkView]
}

/// Proposals if there are no hits.
struct EmptyResultView: TemplateView {
    var title: String
    var understood: String?
    var offers: [LinkView]
}

/// The place that distances are measured from.
struct OriginView: TemplateView {
    var longitude: String
    var latitude: String
    var name: String
}
