/// The values of group.mustache: hits under a heading.
struct GroupView: TemplateView {
    var title: String
    var hits: [HitView]
    /// The text if there are no hits.
    var empty: String?
    var moreURL: String?
}
