import Foundation
import Geo
import HTTPTypes
import Search

/// Pages for people, and the files they need.
enum SiteRoutes {
    static let all = [staticFile, libraryFile, libraryImage, dots]

    static let pageParameters: [RouteParameter] =
        SearchParameters.search.filter {
            !["explain", "facets", "near", "regency", "district", "category", "radius", "sort", "kind", "cursor"].contains($0.name)
        }
        + [
            // A form sends its empty fields too.
            .query(
                "kind", .text(length: 0...40, pattern: "((village|sentra|product)(,(village|sentra|product)){0,2})?"),
                SearchParameters.kind.summary),
            .query("near", .text(length: 0...200), SearchParameters.near.summary),
            .query("radius", .text(length: 0...20, pattern: #"([0-9]{1,8}([.,][0-9]{1,3})? ?(m|km)?)?"#), SearchParameters.radius.summary),
            .query("regency", .text(length: 0...120), "Code or name of a regency"),
            .query("district", .text(length: 0...120), "Code or name of a district"),
            .query("category", .text(length: 0...80), "Category of sentra and products"),
            .query("sort", .choice(["", "relevance", "distance", "name"]), "Order of the hits"), SearchParameters.cursor,
            .query("lang", .choice(Language.allCases.map(\.rawValue)), "The language of the page"),
            .query("part", .choice(["1"]), "Only what changes between searches"),
        ]

    static func searchPage(_ request: RouteRequest) async throws -> Reply { try await SearchPage.reply(request) }

    static func documentPage(_ id: String, _ collection: FeatureCollection, _ request: RouteRequest) async throws -> Reply {
        try await DocumentPage.reply(id, collection, request)
    }

    static func itemsPage(_ collection: FeatureCollection, _ request: RouteRequest) async throws -> Reply {
        var asked = try FeatureItems.searchRequest(collection, request)
        asked.limit = request.integer("limit") ?? 50
        let wanted = asked
        let answer = try await request.withSession { AnswerBox(try $0.search(wanted)) }.answer
        var page = Page(request, title: collection.title, description: collection.description)
        let path = "/collections/\(collection.id)"
        page.values["collectionTitle"] = collection.title
        page.values["collectionURL"] = path + page.languageQuery
        page.values["summary"] = page.words.count(answer.total)
        page.values["hits"] = try answer.hits.map { try HitView.values($0, page.words, query: page.languageQuery) }
        let kept = request.values.filter { !["collectionId", "cursor"].contains($0.key) }.sorted { $0.key < $1.key }
        page.values["nextURL"] = answer.next.map { next in
            path + "/items?"
                + (kept.map { ($0.key, $0.value) } + [("cursor", next)]).map { "\($0.0)=\(FeatureLinks.escaped($0.1))" }.joined(
                    separator: "&")
        }
        return page.reply("items")
    }

    static func collectionsPage(_ request: RouteRequest, only: FeatureCollection? = nil) -> Reply {
        listPage(
            request, heading: nil,
            entries: (only.map { [$0] } ?? FeatureCollection.all).map { ($0.title, "/collections/\($0.id)/items?f=html", $0.description) },
            links: only == nil ? [:] : ["GeoJSON": "/items?f=geojson", "Queryables": "/queryables"])
    }

    static func apiPage(_ request: RouteRequest) -> Reply {
        let described = RouteTable.all.filter { $0.isDescribed }
        var reply = listPage(
            request, heading: "apiHeading", entries: described.map { ("GET \($0.path)", $0.path.contains("{") ? "" : $0.path, $0.summary) })
        reply.headers[.link] = "</api?f=openapi>; rel=\"service-desc\""
        return reply
    }

    /// A page that lists title, address and description.
    static func listPage(
        _ request: RouteRequest, heading: String?, entries: [(title: String, url: String, description: String)],
        links: [String: String] = [:]
    ) -> Reply {
        var page = Page(request, title: "Banua")
        page.values["heading"] = heading.map { page.words[$0] } ?? page.words["layers"]
        page.values["title"] = page.values["heading"]
        page.values["collections"] = entries.map { entry -> [String: Any] in
            let base = entry.url.split(separator: "?").first.map(String.init)?.replacing("/items", with: "") ?? ""
            return [
                "title": entry.title, "url": entry.url.isEmpty ? "/api" : entry.url, "description": entry.description,
                "links": links.sorted { $0.key < $1.key }.map { ["label": $0.key, "url": base + $0.value] },
            ]
        }
        return page.reply("collections")
    }

    private static let staticFile = file("/static/{file}")
    private static let libraryFile = file("/static/{file}/{inner}")
    private static let libraryImage = file("/static/{file}/{inner}/{last}")

    /// Files are looked up in a table of what was read at the start: the name of a request is a key, never a path.
    private static func file(_ path: String) -> Route {
        Route(
            path: path, operation: "getFile", summary: "A file of the pages", tag: .pages, formats: [.asset], isFromIndex: false,
            isDescribed: false
        ) { request in
            let key = ["file", "inner", "last"].compactMap { request.values[$0] }.joined(separator: "/")
            guard let file = request.service.site.files[key] else { throw Problem.notFound }
            return Reply(.asset, contentType: file.contentType, headers: [.cacheControl: "public, max-age=3600"], file.bytes)
        }
    }

    /// The villages as bare points for the map without tiles: at most 5,000, evenly taken.
    private static let dots = Route(
        path: "/site/dots.json", operation: "getDots", summary: "Village points for the map", tag: .pages, formats: [.json],
        isDescribed: false
    ) { request in
        guard let index = request.index else { throw Problem.notReady }
        let points = index.villagePoints
        let step = max(1, points.count / 5_000)
        let chosen = stride(from: 0, to: points.count, by: step).map { "[\(points[$0].longitude),\(points[$0].latitude)]" }
        return Reply(.json, text: "[" + chosen.joined(separator: ",") + "]")
    }
}
