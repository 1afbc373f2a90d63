import Foundation
import Geo
import IndexDefinition
import Search

/// The page of a village, sentra or product: what is known of it and from where, how exactly it is placed, what is made there, what lies near.
enum DocumentPage {
    private struct Around: Sendable {
        var hit: Hit
        var here: SearchAnswer?
        var sentra: SearchAnswer?
        var products: SearchAnswer?
    }

    static func reply(_ id: String, _ collection: FeatureCollection, _ request: RouteRequest) async throws -> Reply {
        let around = try await request.withSession { try look(at: id, collection, $0) }
        let stored = try StoredHit(around.hit)
        let place = stored.place
        var page = Page(request, title: place.isEmpty ? stored.hit.name : "\(stored.hit.name), \(place)")
        let words = page.words
        let kindLabel = stored.hit.kind == .village ? words[stored.property("kind") ?? "village"] : words[stored.hit.kind.rawValue]
        page.values["description"] = words.filled(
            "describe",
            ["\(kindLabel) \(stored.hit.name)", stored.property("commodity"), place].compactMap { $0 }.filter { !$0.isEmpty }.joined(
                separator: ", "))
        page.values["canonical"] = FeatureLinks(request).url(HitView.url(around.hit))
        page.values["structuredData"] = structuredData(stored, url: FeatureLinks(request).url(HitView.url(around.hit)))
        page.values["name"] = stored.hit.name
        page.values["kind"] = stored.hit.kind.rawValue
        page.values["kindLabel"] = kindLabel
        page.values["place"] = place
        let facts = DocumentFacts.facts(stored, words)
        page.values["facts"] = facts
        page.values["hasFacts"] = !facts.isEmpty
        page.values["sources"] = DocumentFacts.sources(stored).map { ["items": $0.map { ["url": $0, "label": host($0)] }] }
        page.values["precision"] = DocumentFacts.precision(stored, words)
        page.values["position"] = stored.hit.coordinate.map {
            [
                "longitude": "\($0.longitude)", "latitude": "\($0.latitude)", "accuracy": "\(stored.accuracyMetres ?? 0)",
                "name": stored.hit.name,
            ]
        }
        page.values["crumbs"] = crumbs(stored, page)
        page.values["groups"] = try groups(around, stored, page)
        return page.reply("document")
    }

    private static func look(at id: String, _ collection: FeatureCollection, _ session: SearchSession) throws -> Around {
        let hit = try session.document(id)
        guard hit.kind == collection.kind else { throw Problem.notFound }
        guard let coordinate = hit.coordinate else { return Around(hit: hit) }
        let near = { (kind: DocumentKind, limit: Int) throws -> SearchAnswer in
            var request = SearchRequest()
            request.near = .coordinate(coordinate)
            request.kinds = [kind]
            request.limit = limit
            return try session.near(request)
        }
        return Around(hit: hit, sentra: try near(.sentra, 9), products: try near(.product, 9))
    }

    private static func groups(_ around: Around, _ stored: StoredHit, _ page: Page) throws -> [[String: Any]] {
        let words = page.words
        let found = ((around.sentra?.hits ?? []) + (around.products?.hits ?? [])).filter { $0.id != stored.hit.id }
        let code = stored.hit.kind == .village ? stored.hit.id : stored.area("village")?.code
        let isHere = { (hit: Hit) throws -> Bool in
            guard let code else { return false }
            return try StoredHit(hit).area("village")?.code == code
        }
        let here = try found.filter(isHere)
        let view = { (hits: [Hit]) in try hits.map { try HitView.values($0, words, query: page.languageQuery) } }
        var groups: [[String: Any]] = []
        if !here.isEmpty || stored.hit.kind == .village {
            groups.append(["title": words["madeHere"], "hits": try view(here), "empty": here.isEmpty ? [words["nothingHere"]] : []])
        }
        guard let coordinate = stored.hit.coordinate else { return groups }
        for (kind, title) in [(DocumentKind.sentra, "sentraNearby"), (.product, "productsNearby")] {
            let hits = try found.filter { hit in
                guard hit.kind == kind else { return false }
                return try !isHere(hit)
            }
            guard !hits.isEmpty else { continue }
            let more =
                "/?kind=\(kind.rawValue)&near=\(coordinate.latitude),\(coordinate.longitude)"
                + (page.languageQuery.isEmpty ? "" : "&" + page.languageQuery.dropFirst())
            groups.append(["title": words[title], "hits": try view(hits), "moreURL": more])
        }
        return groups
    }

    private static func crumbs(_ stored: StoredHit, _ page: Page) -> [[String: Any]] {
        let extra = page.languageQuery.isEmpty ? "" : "&" + page.languageQuery.dropFirst()
        var crumbs: [[String: Any]] = [["label": "Kalimantan Selatan", "url": "/" + page.languageQuery]]
        if let regency = stored.area("regency") {
            crumbs.append(["label": regency.name, "url": "/?kind=sentra,product&regency=\(regency.code)\(extra)"])
        }
        if let district = stored.area("district") { crumbs.append(["label": district.name, "url": "/?district=\(district.code)\(extra)"]) }
        if stored.hit.kind != .village, let village = stored.area("village") {
            crumbs.append(["label": village.name, "url": "/collections/villages/items/\(village.code)" + page.languageQuery])
        }
        return crumbs
    }

    /// schema.org in JSON-LD; "<" is escaped so that nothing in the data can end the script element.
    private static func structuredData(_ stored: StoredHit, url: String) -> String {
        let type = stored.hit.kind == .product ? "Product" : stored.hit.kind == .sentra ? "LocalBusiness" : "AdministrativeArea"
        var fields: [(String, JSONValue)] = [
            ("@context", .string("https://schema.org")), ("@type", .string(type)), ("name", .string(stored.hit.name)),
            ("url", .string(url)),
        ]
        if let category = stored.property("category"), type == "Product" { fields.append(("category", .string(category))) }
        if type != "Product" {
            fields.append(
                (
                    "address",
                    .object([
                        ("@type", .string("PostalAddress")), ("addressLocality", .string(stored.place)),
                        ("addressRegion", .string("Kalimantan Selatan")), ("addressCountry", .string("ID")),
                    ])
                ))
            if let place = stored.hit.coordinate {
                fields.append(
                    (
                        "geo",
                        .object([
                            ("@type", .string("GeoCoordinates")), ("latitude", .number(place.latitude)),
                            ("longitude", .number(place.longitude)),
                        ])
                    ))
            }
        }
        return JSONValue.object(fields).text.replacing("<", with: "\\u003c")
    }

    private static func host(_ url: String) -> String { URL(string: url)?.host() ?? url }
}
