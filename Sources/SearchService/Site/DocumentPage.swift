import Foundation
import Geo
import IndexDefinition
import Search

/// The page of a village, sentra or product: what is known of it and from where, how exactly it is placed, what is made
/// there, what lies near.
enum DocumentPage {
    static func reply(_ id: String, _ collection: FeatureCollection, _ request: RouteRequest) async throws -> Reply {
        try await request.withSession {
            try page(of: DocumentSurroundings(of: id, collection, $0), request).reply("document")
        }
    }

    private static func page(of around: DocumentSurroundings, _ request: RouteRequest) throws -> Page {
        let stored = try StoredHit(around.hit)
        let place = stored.place
        var page = Page(request, title: [stored.hit.name, place].filter { !$0.isEmpty }.joined(separator: ", "))
        let words = page.words
        let kindLabel = HitView.kindLabel(stored, words)
        let address = FeatureLinks(request).url(HitView.url(around.hit))
        let described = ["\(kindLabel) \(stored.hit.name)", stored.property("commodity"), place].compactMap { $0 }
            .filter { !$0.isEmpty }
        page.values["description"] = words.filled("describe", described.joined(separator: ", "))
        page.values["canonical"] = address
        page.values["structuredData"] = StructuredData.text(of: stored, url: address)
        page.values["name"] = stored.hit.name
        page.values["kind"] = stored.hit.kind.rawValue
        page.values["kindLabel"] = kindLabel
        page.values["place"] = place
        let facts = DocumentFacts.facts(stored, words)
        page.values["facts"] = facts
        page.values["hasFacts"] = !facts.isEmpty
        page.values["sources"] = DocumentFacts.sources(stored, words)
        page.values["precision"] = DocumentFacts.precision(stored, words)
        page.values["position"] = position(stored, words)
        page.values["crumbs"] = crumbs(stored, words)
        let groups = try around.groups(stored, words)
        // Of a village the first thing to know is what is made there.
        let isVillage = stored.hit.kind == .village
        page.values["leading"] = isVillage ? groups.first : nil
        page.values["groups"] = isVillage ? Array(groups.dropFirst()) : groups
        return page
    }

    private static func position(_ stored: StoredHit, _ words: PageWords) -> [String: String]? {
        guard let place = stored.hit.coordinate else { return nil }
        let zoom = stored.isCoarse ? 11 : 14
        return [
            "longitude": "\(place.longitude)", "latitude": "\(place.latitude)", "name": stored.hit.name,
            // A circle is drawn only where the accuracy is that of the document's own point.
            "accuracy": stored.isCoarse ? "" : "\(stored.accuracyMetres ?? 0)", "text": words.coordinate(place),
            "mapURL":
                "https://www.openstreetmap.org/?mlat=\(place.latitude)&mlon=\(place.longitude)#map=\(zoom)/\(place.latitude)/\(place.longitude)",
            "nearURL": words.link("/?kind=sentra,product&near=\(place.latitude),\(place.longitude)"),
        ]
    }

    private static func crumbs(_ stored: StoredHit, _ words: PageWords) -> [[String: Any]] {
        var crumbs: [[String: Any]] = [["label": "Kalimantan Selatan", "url": words.link("/")]]
        if let regency = stored.area("regency") {
            crumbs.append(["label": regency.name, "url": words.link("/?kind=sentra,product&regency=\(regency.code)")])
        }
        if let district = stored.area("district") {
            crumbs.append(["label": district.name, "url": words.link("/?district=\(district.code)")])
        }
        if stored.hit.kind != .village, let village = stored.area("village") {
            crumbs.append(["label": village.name, "url": words.link("/collections/villages/items/\(village.code)")])
        }
        return crumbs
    }
}
