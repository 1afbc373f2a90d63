import Base
import Geo
import IndexDefinition
import Search

/// The values of hit.mustache: a hit in a list.
struct HitView: TemplateView {
    var id: String
    var kind: String
    var kindLabel: String
    var url: String
    /// HTML, with the found words marked.
    var nameHTML: String
    /// Nil if the page says where the hit is.
    var place: String?
    var category: String?
    var distance: String?
    /// Says that the point stands for a whole district or regency.
    var coarse: String?
    var position: PointView?
    var about: AboutView?
    /// HTML with the reason why the document was found, if its name does not show it.
    var snippetHTML: String?

    /// - Throws: an error if the stored body cannot be read.
    init(_ hit: Hit, _ words: PageWords) throws { self.init(try StoredHit(hit), words) }

    init(_ stored: StoredHit, _ words: PageWords) {
        let hit = stored.hit
        let markedName = hit.highlights.first { $0.field == "name" }?.html
        id = hit.id
        kind = hit.kind.rawValue
        kindLabel = Self.kindLabel(stored, words)
        url = words.link(Self.url(hit))
        nameHTML = markedName ?? HTMLEscape.escaped(hit.name)
        place = stored.place
        category = stored.property("category").map(words.category)
        distance = hit.distanceMetres.map { Self.distance($0, isCoarse: stored.isCoarse, words) }
        if stored.isCoarse {
            coarse = words[stored.positionSource == "district" ? "coarseDistrict" : "coarseRegency"]
        }
        position = hit.coordinate.map(PointView.init)
        about = AboutView(stored, words)
        if markedName == nil {
            snippetHTML = Self.snippet(hit, showsCommodity: stored.goods != nil)
        }
    }

    /// The same hit on a page that already says where it is.
    func withoutPlace() -> HitView {
        var view = self
        view.place = nil
        view.distance = nil
        view.coarse = nil
        return view
    }

    static func kindLabel(_ stored: StoredHit, _ words: PageWords) -> String {
        guard stored.hit.kind == .village, let kind = stored.property("kind"), words.words[kind] != nil else {
            return words[stored.hit.kind.rawValue]
        }
        return words[kind]
    }

    /// The path of the document's page.
    static func url(_ hit: Hit) -> String {
        let collection = FeatureCollection.all.first { $0.kind == hit.kind }?.id ?? ""
        return "/collections/\(collection)/items/\(PercentEncoding.encoded(hit.id))"
    }

    private static func distance(_ metres: Double, isCoarse: Bool, _ words: PageWords) -> String {
        guard isCoarse else { return words.distance(metres) }
        // The point of a district or regency may be this far from the place itself.
        return metres < 5_000 ? words["closeBy"] : words.filled("aboutDistance", words.length(metres))
    }

    private static func snippet(_ hit: Hit, showsCommodity: Bool) -> String? {
        guard !(showsCommodity && hit.highlights.contains { $0.field == "commodity" }) else { return nil }
        let shown: Set = showsCommodity ? ["place", "commodity"] : ["place"]
        return hit.highlights.first { !shown.contains($0.field) }?.html
    }
}

/// The line of a hit with product, producer and price.
struct AboutView: TemplateView {
    struct Item: TemplateView {
        var html: String
    }

    var items: [Item]

    /// Returns nil if the document has none of these.
    init?(_ stored: StoredHit, _ words: PageWords) {
        var items = stored.goods.map { [Self.marked($0, stored.hit)] } ?? []
        items += [stored.property("producer"), stored.price(words)].compactMap { $0.map(HTMLEscape.escaped) }
        items += ["business_units", "workers"].compactMap { name in
            stored.number(name).map { HTMLEscape.escaped(words.filled("few.\(name)", words.grouped($0))) }
        }
        guard !items.isEmpty else { return nil }
        self.items = items.map(Item.init)
    }

    /// The commodity with the found words marked.
    ///
    /// Its field in the index may continue with the category.
    private static func marked(_ commodity: String, _ hit: Hit) -> String {
        let plain = HTMLEscape.escaped(commodity)
        let found = hit.highlights.first { $0.field == "commodity" }?.html.split(separator: "; ").first.map(String.init)
        return found.flatMap { $0.replacing("<mark>", with: "").replacing("</mark>", with: "") == plain ? $0 : nil }
            ?? plain
    }
}
