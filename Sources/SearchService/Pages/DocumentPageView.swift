/// The values of document.mustache.
struct DocumentPageView: PageView {
    static let template = "document"

    var layout: LayoutView
    var name: String
    var kind: String
    var kindLabel: String
    var place: String
    var crumbs: [LinkView]
    var facts: [FactView]
    var hasFacts: Bool
    var sources: SourcesView
    var precision: String
    var position: DocumentPositionView?
    /// The group that is shown before the facts.
    var leading: GroupView?
    var groups: [GroupView]
}

/// A property with its label.
struct FactView: TemplateView {
    var label: String
    var value: String
    var url: String?
    var foreign: ForeignTextView?
    /// Pages to list in place of the value.
    var links: FactLinksView?
}

/// The pages that a property names.
struct FactLinksView: TemplateView {
    var items: [LinkView]
}

/// The language of a text that is not in the language of the page.
struct ForeignTextView: TemplateView {
    var language: String
    var remark: String?
}

/// The sources of the facts.
struct SourcesView: TemplateView {
    var links: [LinkView]
    /// The text if there are no links.
    var unnamed: String?
    /// The place as the source writes it.
    var placeText: String?
}

/// The point of a document with links around it.
struct DocumentPositionView: TemplateView {
    var longitude: String
    var latitude: String
    var name: String
    /// Radius of the circle on the map in metres.
    ///
    /// Empty if the point is not the document's own.
    var accuracy: String
    var text: String
    var mapURL: String
    var nearURL: String
}
