import Geo
import IndexDefinition
import Search

/// A document with what is made in its village and what lies near.
struct DocumentSurroundings: Sendable {
    /// How many hits of each kind are read, nearest first: more than any village has of one kind.
    private static let lookedAt = 60
    /// How many of each are shown as near.
    private static let shown = 6

    var hit: Hit
    /// What lies around, by kind of goods, nearest first.
    private var goods: [(kind: DocumentKind, hits: [Hit])] = []

    /// Throws: SearchError; Problem 404 where the document is of another collection.
    init(of id: String, _ collection: FeatureCollection, _ session: SearchSession) throws {
        hit = try session.document(id)
        guard hit.kind == collection.kind else { throw Problem.notFound }
        let district = try StoredHit(hit).area("district")?.code
        guard hit.coordinate != nil || district != nil else { return }
        let place = hit.coordinate
        let around = { (kind: DocumentKind) throws -> [Hit] in
            var request = SearchRequest()
            request.near = place.map(SearchRequest.Near.coordinate)
            // What is made in a village without a position is still found by its district.
            request.district = place == nil ? district : nil
            request.kinds = [kind]
            request.limit = Self.lookedAt
            return try session.search(request).hits
        }
        goods = try DocumentKind.goods.map { ($0, try around($0)) }
    }

    /// The groups of the page: what is here, then what is near, by kind of goods.
    func groups(_ stored: StoredHit, _ words: PageWords) throws -> [[String: Any]] {
        let code = stored.hit.kind == .village ? stored.hit.id : stored.area("village")?.code
        var here: [StoredHit] = []
        var groups: [[String: Any]] = []
        for (kind, hits) in goods {
            var near: [StoredHit] = []
            for hit in hits where hit.id != self.hit.id {
                let found = try StoredHit(hit)
                if let code, found.area("village")?.code == code {
                    here.append(found)
                } else if !found.isCoarse {
                    // The point of a district or regency says nothing about what lies near.
                    near.append(found)
                }
            }
            guard !near.isEmpty, let coordinate = hit.coordinate else { continue }
            groups.append([
                "title": words["near.\(kind.rawValue)"],
                "hits": near.prefix(Self.shown).map { HitView.values($0, words) },
                "moreURL": words.link("/?kind=\(kind.rawValue)&near=\(coordinate.latitude),\(coordinate.longitude)"),
            ])
        }
        guard !here.isEmpty || hit.kind == .village else { return groups }
        let title =
            hit.kind == .village ? words["madeHere"] : words.filled("alsoHere", stored.area("village")?.name ?? "")
        let shown = hit.kind == .village ? here[...] : here.prefix(Self.shown)
        let views = shown.map { stored -> [String: Any] in
            var values = HitView.values(stored, words)
            // The page says where it is; false, since a template would else find the page's own place.
            for name in ["place", "distance", "coarse"] { values[name] = false }
            return values
        }
        var group: [String: Any] = ["title": title, "hits": views, "empty": here.isEmpty ? [words["nothingHere"]] : []]
        if shown.count < here.count, let code { group["moreURL"] = words.link("/collections/villages/items/\(code)") }
        return [group] + groups
    }
}
