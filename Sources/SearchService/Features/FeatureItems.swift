import Foundation
import Geo
import HTTPTypes
import JSON
import Search

/// Pages of features, and single ones.
enum FeatureItems {
    static func page(_ collection: FeatureCollection, _ request: RouteRequest) async throws -> Reply {
        guard request.format != .html else { return try await LayerPages.items(collection, request) }
        let asked = try searchRequest(collection, request)
        let crs = FeatureCRS.named(request.text("crs") ?? "") ?? .crs84
        let links = FeatureLinks(request)
        let format = request.format
        let body = try await request.withSession { session in
            let answer = try found(asked, session)
            return try FeatureWriter.collection(
                answer, crs: crs, links: pageLinks(collection, request, format: format, next: answer.next, links))
        }
        return Reply(request.format, headers: [.contentCRS: "<\(crs.uri)>"], body)
    }

    static func one(_ collection: FeatureCollection, _ request: RouteRequest) async throws -> Reply {
        let id = request.text("featureId") ?? ""
        let crs = FeatureCRS.named(request.text("crs") ?? "") ?? .crs84
        guard request.format != .html else { return try await DocumentPage.reply(id, collection, request) }
        let links = FeatureLinks(request)
        let path = "/collections/\(collection.id)/items/\(FeatureLinks.escaped(id))"
        let body = try await request.withSession { session in
            let hit = try session.document(id)
            guard hit.kind == collection.kind else { throw Problem.notInLayer(id, layer: collection.id) }
            return try FeatureWriter.feature(
                hit, crs: crs,
                links: [
                    links.link(path, rel: "self", .geojson, title: hit.name, query: [("f", "geojson")]),
                    links.link(path, rel: "alternate", .html, title: hit.name + " as a page", query: [("f", "html")]),
                    links.link("/collections/\(collection.id)", rel: "collection", .json, title: collection.title),
                ])
        }
        return Reply(request.format, headers: [.contentCRS: "<\(crs.uri)>"], body)
    }

    /// What is found; a filter whose value no feature has finds nothing, which is no error (Part 1, 7.15.5).
    private static func found(_ asked: SearchRequest, _ session: SearchSession) throws -> SearchAnswer {
        do {
            return try session.search(asked)
        } catch {
            guard error.isUnknownValue(of: FeatureCollection.queryables.map(\.name)) else { throw error }
            var nothing = SearchRequest()
            nothing.kinds = asked.kinds
            nothing.box = BoundingBox(west: 0, south: -90, east: 0, north: -90)
            return try session.search(nothing)
        }
    }

    static func searchRequest(_ collection: FeatureCollection, _ request: RouteRequest) throws -> SearchRequest {
        var search = SearchRequest(text: request.text("q") ?? "")
        search.kinds = [collection.kind]
        search.regency = request.text("regency")
        search.district = request.text("district")
        search.category = request.text("category")
        search.limit = request.integer("limit") ?? 10
        search.cursor = request.text("cursor")
        search.wantsHighlights = false
        if request.text("bbox") != nil {
            search.box = try BoxParameter.box(
                request.list("bbox").compactMap(Double.init),
                crs: FeatureCRS.named(request.text("bbox-crs") ?? "") ?? .crs84)
        }
        return search
    }

    private static func pageLinks(
        _ collection: FeatureCollection, _ request: RouteRequest, format: AnswerMediaType, next: String?,
        _ links: FeatureLinks
    ) -> [JSONValue] {
        let path = "/collections/\(collection.id)/items"
        let asked = request.values.filter { $0.key != "collectionId" && $0.key != "f" }.sorted { $0.key < $1.key }.map {
            ($0.key, $0.value)
        }
        var list = [
            links.link(path, rel: "self", format, title: "This page", query: asked + [("f", format.rawValue)]),
            links.link(path, rel: "alternate", .html, title: "This page for people", query: asked + [("f", "html")]),
            links.link("/collections/\(collection.id)", rel: "collection", .json, title: collection.title),
        ]
        if let next {
            let query = asked.filter { $0.0 != "cursor" } + [("cursor", next), ("f", format.rawValue)]
            list.append(links.link(path, rel: "next", format, title: "The next page", query: query))
        }
        return list
    }
}

extension SearchError {
    fileprivate func isUnknownValue(of parameters: [String]) -> Bool {
        (code == .placeNotFound || code == .invalidValue) && parameter.map(parameters.contains) == true
    }
}
