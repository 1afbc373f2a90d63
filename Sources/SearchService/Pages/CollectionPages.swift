import Search

/// The pages of the layers, for people who connect a GIS program.
enum CollectionPages {
    /// The page of one layer, or the list of all layers if `collection` is nil.
    static func list(_ collection: FeatureCollection?, _ request: RouteRequest) -> Reply {
        var page = Page(request, title: "")
        let words = page.words
        let heading = collection.map { words["layer.\($0.id)"] } ?? words["layers"]
        page.layout.title = heading
        return page.reply(
            CollectionsView(
                layout: page.layout, heading: heading, layersHint: .init(base: request.links.base + "/"),
                collections: (collection.map { [$0] } ?? FeatureCollection.all).map { CollectionView($0, words) }))
    }

    /// The page of the conformance classes.
    static func conformance(_ classes: [String], _ request: RouteRequest) -> Reply {
        var page = Page(request, title: "")
        let heading = page.words["conformance"]
        page.layout.title = heading
        return page.reply(
            CollectionsView(
                layout: page.layout, heading: heading, layersHint: nil,
                collections: classes.map { CollectionView(title: $0, url: $0, description: nil, links: []) }))
    }

    /// A page of features.
    static func items(_ collection: FeatureCollection, _ request: RouteRequest) async throws -> Reply {
        let search = try FeatureItems.searchRequest(collection, request)
        return try await request.withSession { try items(of: $0.search(search), collection, request) }
    }

    private static func items(of answer: SearchAnswer, _ collection: FeatureCollection, _ request: RouteRequest) throws
        -> Reply
    {
        var page = Page(request, title: "")
        let words = page.words
        let path = "/collections/\(collection.id)"
        let title = words["layer.\(collection.id)"]
        page.layout.title = title
        page.layout.description = words["layer.\(collection.id).about"]
        let kept = request.values.filter { !["collectionId", "cursor"].contains($0.key) }.sorted { $0.key < $1.key }
            .map { ($0.key, $0.value) }
        return page.reply(
            ItemsView(
                layout: page.layout, collectionTitle: title, collectionURL: words.link(path),
                summary: words.count(answer.total), hits: try answer.hits.map { try HitView($0, words) },
                nextURL: answer.next.map { ServiceLinks.address(path + "/items", kept + [("cursor", $0)]) }))
    }
}

/// The values of collections.mustache.
struct CollectionsView: PageView {
    struct Hint: TemplateView {
        /// The address that a GIS program is given.
        var base: String
    }

    static let template = "collections"

    var layout: LayoutView
    var heading: String
    var layersHint: Hint?
    var collections: [CollectionView]
}

/// An entry of collections.mustache.
struct CollectionView: TemplateView {
    var title: String
    var url: String
    var description: String?
    var links: [LinkView]
}

extension CollectionView {
    init(_ collection: FeatureCollection, _ words: PageWords) {
        let path = "/collections/\(collection.id)"
        title = words["layer.\(collection.id)"]
        url = words.link("\(path)/items?f=html")
        description = words["layer.\(collection.id).about"]
        links = [
            LinkView(label: words["list"], url: words.link("\(path)/items?f=html")),
            LinkView(label: "GeoJSON", url: "\(path)/items?f=geojson"),
            LinkView(label: words["queryables"], url: "\(path)/queryables"),
        ]
    }
}

/// The values of items.mustache.
struct ItemsView: PageView {
    static let template = "items"

    var layout: LayoutView
    var collectionTitle: String
    var collectionURL: String
    var summary: String
    var hits: [HitView]
    var nextURL: String?
}
