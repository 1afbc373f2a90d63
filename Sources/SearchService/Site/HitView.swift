import Base
import Geo
import IndexDefinition
import Search

/// What the templates show of a hit in a list.
enum HitView {
    static func values(_ hit: Hit, _ words: PageWords) throws -> [String: Any] { values(try StoredHit(hit), words) }

    static func values(_ stored: StoredHit, _ words: PageWords) -> [String: Any] {
        let hit = stored.hit
        let name = hit.highlights.first { $0.field == "name" }?.html
        var values: [String: Any] = [
            "id": hit.id, "kind": hit.kind.rawValue, "kindLabel": kindLabel(stored, words), "name": hit.name,
            "url": words.link(url(hit)),
            "place": stored.place, "nameHTML": name ?? HTMLEscape.escaped(hit.name),
        ]
        values["category"] = stored.property("category").map(words.category)
        values["distance"] = hit.distanceMetres.map { metres in
            guard stored.isCoarse else { return words.distance(metres) }
            // The point of a district or regency may lie this far from the place itself.
            return metres < 5_000 ? words["closeBy"] : words.filled("aboutDistance", words.length(metres))
        }
        values["coarse"] =
            stored.isCoarse ? words[stored.positionSource == "district" ? "coarseDistrict" : "coarseRegency"] : nil
        // Said to be absent, since a template would else find the position of the page around the list.
        values["position"] = false
        if let place = hit.coordinate {
            values["position"] = ["longitude": "\(place.longitude)", "latitude": "\(place.latitude)"]
        }
        let about = about(stored, words)
        values["about"] = about.isEmpty ? nil : ["items": about]
        if name == nil { values["snippetHTML"] = snippet(hit, isCommodityShown: stored.property("commodity") != nil) }
        return values
    }

    static func kindLabel(_ stored: StoredHit, _ words: PageWords) -> String {
        guard stored.hit.kind == .village, let kind = stored.property("kind"), words.words[kind] != nil else {
            return words[stored.hit.kind.rawValue]
        }
        return words[kind]
    }

    /// The one line that a buyer reads: what is made, by whom, for how much.
    private static func about(_ stored: StoredHit, _ words: PageWords) -> [[String: String]] {
        var items = stored.property("commodity").map { [marked($0, stored.hit)] } ?? []
        items += [stored.property("producer"), stored.price(words)].compactMap { $0.map(HTMLEscape.escaped) }
        items += ["business_units", "workers"].compactMap { name in
            stored.number(name).map { HTMLEscape.escaped(words.filled("few.\(name)", words.grouped($0))) }
        }
        return items.map { ["html": $0] }
    }

    /// A commodity with the found words marked: its field of the index begins with it, and may go on with the category.
    private static func marked(_ commodity: String, _ hit: Hit) -> String {
        let plain = HTMLEscape.escaped(commodity)
        let found = hit.highlights.first { $0.field == "commodity" }?.html.split(separator: "; ").first.map(String.init)
        return found.flatMap { $0.replacing("<mark>", with: "").replacing("</mark>", with: "") == plain ? $0 : nil }
            ?? plain
    }

    /// Why a document was found whose name does not show it.
    private static func snippet(_ hit: Hit, isCommodityShown: Bool) -> String? {
        let shown: Set = isCommodityShown ? ["place", "commodity"] : ["place"]
        guard !(isCommodityShown && hit.highlights.contains { $0.field == "commodity" }) else { return nil }
        return hit.highlights.first { !shown.contains($0.field) }?.html
    }

    /// The page of a document.
    static func url(_ hit: Hit) -> String {
        let collection = FeatureCollection.all.first { $0.kind == hit.kind }?.id ?? ""
        return "/collections/\(collection)/items/\(FeatureLinks.escaped(hit.id))"
    }
}
