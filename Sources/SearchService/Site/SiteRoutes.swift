import Foundation
import Geo
import HTTPTypes
import IndexDefinition
import JSON
import Search

/// Pages for people, and the files they need.
enum SiteRoutes {
    static let all = [staticFile, libraryFile, libraryImage, dots]

    static let pageParameters: [RouteParameter] =
        SearchParameters.search.filter {
            !["explain", "facets", "near", "regency", "district", "category", "radius", "sort", "kind", "cursor"]
                .contains($0.name)
        }
        + [
            // A form sends its empty fields too.
            .query("kind", kinds, SearchParameters.kind.summary),
            .query("near", .text(length: 0...200), SearchParameters.near.summary),
            .query(
                "radius", .text(length: 0...20, pattern: #"([0-9]{1,8}([.,][0-9]{1,3})? ?(m|km)?)?"#),
                SearchParameters.radius.summary),
            .query("regency", .text(length: 0...120), "Code or name of a regency"),
            .query("district", .text(length: 0...120), "Code or name of a district"),
            .query("category", .text(length: 0...80), "Category of sentra and products"),
            .query("sort", .choice(["", "relevance", "distance", "name"]), "Order of the hits"),
            SearchParameters.cursor,
            .query("lang", .choice(Language.allCases.map(\.rawValue)), "The language of the page"),
            .query("part", .choice(["1"]), "Only what changes between searches"),
        ]

    /// Some of the kinds between commas, or nothing.
    private static let kinds: ParameterSchema = {
        let names = DocumentKind.allCases.map(\.rawValue)
        let kind = "(" + names.joined(separator: "|") + ")"
        let length = names.joined(separator: ",").utf8.count
        return .text(length: 0...length, pattern: "(\(kind)(,\(kind)){0,\(names.count - 1)})?")
    }()

    private static let staticFile = file("/static/{file}")
    private static let libraryFile = file("/static/{file}/{inner}")
    private static let libraryImage = file("/static/{file}/{inner}/{last}")

    /// Files are looked up in a table of what was read at the start: the name of a request is a key, never a path.
    private static func file(_ path: String) -> Route {
        Route(
            path: path, operation: "getFile", summary: "A file of the pages", tag: .pages, formats: [.asset],
            changesWith: .edition,
            isDescribed: false
        ) { request in
            let key = ["file", "inner", "last"].compactMap { request.values[$0] }.joined(separator: "/")
            guard let file = request.service.site.files[key] else { throw Problem.notFound }
            return Reply(
                .asset, contentType: file.contentType, headers: [.cacheControl: "public, max-age=300"], file.bytes)
        }
    }

    /// What the map draws without tiles: the villages as bare points, at most 5,000, evenly taken, and the regencies by
    /// name.
    private static let dots = Route(
        path: "/site/dots.json", operation: "getDots", summary: "Village points for the map", tag: .pages,
        formats: [.json],
        isDescribed: false
    ) { request in
        guard let index = request.index else { throw Problem.notReady }
        let points = index.villagePoints
        let step = max(1, points.count / 5_000)
        let chosen = stride(from: 0, to: points.count, by: step).map {
            "[\(points[$0].longitude),\(points[$0].latitude)]"
        }
        let regencies = try await request.withSession { try MapNames.regencies($0) }
        return Reply(
            .json, text: "{\"villages\":[" + chosen.joined(separator: ",") + "],\"regencies\":" + regencies.text + "}")
    }
}
