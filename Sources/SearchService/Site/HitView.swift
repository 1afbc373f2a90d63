import Geo
import IndexDefinition
import Search

/// What the templates show of a hit in a list.
enum HitView {
    static func values(_ hit: Hit, _ words: PageWords, query: String) throws -> [String: Any] {
        let stored = try StoredHit(hit)
        var values: [String: Any] = [
            "id": hit.id, "kind": hit.kind.rawValue, "kindLabel": words[hit.kind.rawValue], "name": hit.name, "url": url(hit) + query,
            "place": stored.place,
            "nameHTML": hit.highlights.first { $0.field == "name" }?.html ?? escaped(hit.name),
        ]
        if hit.kind == .village, let kind = stored.property("kind") { values["kindLabel"] = words[kind] }
        values["category"] = stored.property("category")
        values["distance"] = hit.distanceMetres.map(words.distance)
        values["position"] = hit.coordinate.map { ["longitude": "\($0.longitude)", "latitude": "\($0.latitude)"] }
        values["snippetHTML"] = hit.highlights.first { $0.field != "name" && $0.field != "place" }?.html
        return values
    }

    /// The page of a document.
    static func url(_ hit: Hit) -> String {
        let collection = FeatureCollection.all.first { $0.kind == hit.kind }?.id ?? ""
        return "/collections/\(collection)/items/\(FeatureLinks.escaped(hit.id))"
    }

    /// Text for HTML, as Mustache escapes it.
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
            .replacing("'", with: "&#39;")
    }
}
