import Geo
import IndexDefinition
import Search

/// The page of a document: its facts and their sources, its position, what is made there, and what is near.
enum DocumentPage {
    static func reply(_ id: String, _ collection: FeatureCollection, _ request: RouteRequest) async throws -> Reply {
        try await request.withSession { try reply(DocumentSurroundings(of: id, collection, $0), request) }
    }

    private static func reply(_ around: DocumentSurroundings, _ request: RouteRequest) throws -> Reply {
        let stored = try StoredHit(around.hit)
        let title = [stored.hit.name, stored.place].filter { !$0.isEmpty }.joined(separator: ", ")
        var page = Page(request, title: title)
        let words = page.words
        let address = request.links.url(HitView.url(around.hit))
        page.layout.description = description(stored, page)
        page.layout.canonical = address
        page.layout.structuredData = StructuredData.document(stored, url: address, region: request.index?.regionName)
        let facts = DocumentFacts.facts(stored, words)
        let groups = try around.groups(stored, words)
        // On the page of a village, the products made there are the most important part.
        let leads = stored.hit.kind == .village
        return page.reply(
            DocumentPageView(
                layout: page.layout, name: stored.hit.name, kind: stored.hit.kind.rawValue,
                kindLabel: HitView.kindLabel(stored, words), place: stored.place, crumbs: crumbs(stored, page),
                facts: facts, hasFacts: !facts.isEmpty, sources: DocumentFacts.sources(stored, words),
                precision: DocumentFacts.precision(stored, words), position: position(stored, words),
                leading: leads ? groups.first : nil, groups: leads ? Array(groups.dropFirst()) : groups))
    }

    private static var goods: String { DocumentKind.goods.map(\.rawValue).joined(separator: ",") }

    private static func description(_ stored: StoredHit, _ page: Page) -> String {
        let kind = HitView.kindLabel(stored, page.words)
        let parts = ["\(kind) \(stored.hit.name)", stored.goods ?? "", stored.place]
        return page.words["describe"].replacing("%", with: page.region)
            .replacing("#", with: parts.filter { !$0.isEmpty }.joined(separator: ", "))
    }

    private static func position(_ stored: StoredHit, _ words: PageWords) -> DocumentPositionView? {
        guard let point = stored.hit.coordinate else { return nil }
        let zoom = stored.isCoarse ? 11 : 14
        let view = PointView(point)
        return DocumentPositionView(
            longitude: view.longitude, latitude: view.latitude, name: stored.hit.name,
            accuracy: stored.isCoarse ? "" : "\(stored.accuracyMetres ?? 0)", text: words.coordinate(point),
            mapURL: "https://www.openstreetmap.org/?mlat=\(view.latitude)&mlon=\(view.longitude)#map=\(zoom)/"
                + "\(view.latitude)/\(view.longitude)",
            nearURL: words.link("/?kind=\(goods)&near=\(view.latitude),\(view.longitude)"))
    }

    /// The path from the region to the document.
    private static func crumbs(_ stored: StoredHit, _ page: Page) -> [LinkView] {
        let words = page.words
        var crumbs = [LinkView(label: page.region, url: words.link("/"))]
        if let regency = stored.area("regency") {
            let path = "/?kind=\(goods)&regency=\(regency.code)"
            crumbs.append(LinkView(label: regency.name, url: words.link(path)))
        }
        if let district = stored.area("district") {
            crumbs.append(LinkView(label: district.name, url: words.link("/?district=\(district.code)")))
        }
        if stored.hit.kind != .village, let village = stored.area("village") {
            let path = "/collections/villages/items/\(village.code)"
            crumbs.append(LinkView(label: village.name, url: words.link(path)))
        }
        return crumbs
    }
}
