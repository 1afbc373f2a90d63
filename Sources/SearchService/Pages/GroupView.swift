/// The values of group.mustache: hits under a heading.
struct GroupView: TemplateView {
    var title: String
    var hits: [HitView]
    /// What to say if there are no hits.
    var empty: String?
    var moreURL: String?
}
