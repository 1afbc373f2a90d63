import HTTPTypes
import Search

/// The pages of the layers and of the API, for those who connect their own programs.
enum LayerPages {
    static func items(_ collection: FeatureCollection, _ request: RouteRequest) async throws -> Reply {
        var asked = try FeatureItems.searchRequest(collection, request)
        asked.limit = request.integer("limit") ?? 50
        let wanted = asked
        return try await request.withSession { try items(of: $0.search(wanted), collection, request) }
    }

    private static func items(of answer: SearchAnswer, _ collection: FeatureCollection, _ request: RouteRequest) throws
        -> Reply
    {
        var page = Page(request, title: "")
        let words = page.words
        let path = "/collections/\(collection.id)"
        page.values["title"] = words["layer.\(collection.id)"]
        page.values["description"] = words["layer.\(collection.id).about"]
        page.values["collectionTitle"] = words["layer.\(collection.id)"]
        page.values["collectionURL"] = words.link(path)
        page.values["summary"] = words.count(answer.total)
        page.values["hits"] = try answer.hits.map { try HitView.values($0, words) }
        let kept = request.values.filter { !["collectionId", "cursor"].contains($0.key) }.sorted { $0.key < $1.key }
        page.values["nextURL"] = answer.next.map { next in
            let parameters = kept.map { ($0.key, $0.value) } + [("cursor", next)]
            return path + "/items?" + parameters.map { "\($0.0)=\(FeatureLinks.escaped($0.1))" }.joined(separator: "&")
        }
        return page.reply("items")
    }

    static func collections(_ request: RouteRequest, only: FeatureCollection?) -> Reply {
        var page = Page(request, title: "")
        let words = page.words
        page.values["title"] = only.map { words["layer.\($0.id)"] } ?? words["layers"]
        page.values["heading"] = page.values["title"]
        page.values["layersHint"] = ["base": FeatureLinks(request).base + "/"]
        page.values["collections"] = (only.map { [$0] } ?? FeatureCollection.all).map { collection -> [String: Any] in
            let path = "/collections/\(collection.id)"
            return [
                "title": words["layer.\(collection.id)"], "url": words.link("\(path)/items?f=html"),
                "description": words["layer.\(collection.id).about"],
                "links": [
                    ["label": words["list"], "url": words.link("\(path)/items?f=html")],
                    ["label": "GeoJSON", "url": "\(path)/items?f=geojson"],
                    ["label": words["queryables"], "url": "\(path)/queryables"],
                ],
            ]
        }
        return page.reply("collections")
    }

    /// Every described route with its parameters, in the groups of the API description.
    static func api(_ request: RouteRequest) -> Reply {
        var page = Page(request, title: "")
        let described = RouteTable.all.filter(\.isDescribed)
        page.values["title"] = page.words["apiHeading"]
        page.values["groups"] = Route.Tag.allCases.compactMap { tag -> [String: Any]? in
            let routes = described.filter { $0.tag == tag }
            guard !routes.isEmpty else { return nil }
            return ["title": tag.rawValue, "summary": tag.summary, "routes": routes.map(values)]
        }
        var reply = page.reply("api")
        reply.headers[.link] = "</api?f=openapi>; rel=\"service-desc\""
        return reply
    }

    private static func values(_ route: Route) -> [String: Any] {
        let parameters = route.parameters.filter { $0.location == .query }
        let isOpen = !route.path.contains("{") && !parameters.contains(where: \.isRequired)
        var values: [String: Any] = [
            "path": route.path, "summary": route.summary, "parameters": parameters.map { ["name": $0.name] },
            "hasParameters": !parameters.isEmpty,
        ]
        values["url"] = isOpen ? route.path : nil
        return values
    }

    /// A page that lists title, address and description.
    static func list(
        _ request: RouteRequest, heading: String, entries: [(title: String, url: String, description: String)]
    ) -> Reply {
        var page = Page(request, title: "")
        page.values["title"] = page.words[heading]
        page.values["heading"] = page.words[heading]
        page.values["collections"] = entries.map { ["title": $0.title, "url": $0.url, "description": $0.description] }
        return page.reply("collections")
    }
}
