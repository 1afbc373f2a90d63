import Foundation
import Geo
import HTTPTypes
import IndexDefinition
import JSON
import Search

/// Features as GeoJSON: pages of a layer, and single ones.
enum FeatureItems {
    static func page(_ collection: FeatureCollection, _ request: RouteRequest) async throws -> Reply {
        let search = try searchRequest(collection, request)
        let crs = request[FeatureParameters.crs]
        let body = try await request.withSession { session in
            let answer = try answer(to: search, session)
            return GeoJSONWriter(position: try crs.position()).collection(
                answer.hits, matched: answer.total, timeStamp: .now,
                links: links(collection, request, next: answer.next))
        }
        return Reply(request.format, headers: [.contentCRS: "<\(crs.uri)>"], body)
    }

    static func one(_ collection: FeatureCollection, _ request: RouteRequest) async throws -> Reply {
        let id = request[FeatureParameters.feature] ?? ""
        let crs = request[FeatureParameters.crs]
        let body = try await request.withSession { session in
            let hit = try session.document(id)
            guard hit.kind == collection.kind else { throw Problem.notInLayer(id, layer: collection.id) }
            return GeoJSONWriter(position: try crs.position()).feature(
                hit, links: links(collection, hit, id, request.links))
        }
        return Reply(request.format, headers: [.contentCRS: "<\(crs.uri)>"], body)
    }

    /// The answer.
    ///
    /// A filter value that no feature has finds nothing, which is no error (Part 1, 7.15.5).
    private static func answer(to search: SearchRequest, _ session: SearchSession) throws -> SearchAnswer {
        do {
            return try session.search(search)
        } catch {
            guard error.isUnknownValue(of: FeatureCollection.queryables.map(\.name)) else { throw error }
            var nothing = SearchRequest()
            nothing.kinds = search.kinds
            nothing.box = BoundingBox(west: 0, south: -90, east: 0, north: -90)
            return try session.search(nothing)
        }
    }

    /// The search for a page of a layer.
    ///
    /// - Throws: `Problem` 400 for an invalid box or a fact of other layers; SearchError (usage) for an invalid value.
    static func searchRequest(_ collection: FeatureCollection, _ request: RouteRequest) throws -> SearchRequest {
        var search = SearchRequest(text: request[FeatureParameters.text])
        search.kinds = [collection.kind]
        search.regency = request[SearchParameters.regency]
        search.district = request[SearchParameters.district]
        search.category = request[SearchParameters.category]
        search.facts = try facts(collection, request)
        search.limit = request[FeatureParameters.limit]
        search.cursor = request[SearchParameters.cursor]
        search.wantsHighlights = false
        let numbers = request[FeatureParameters.box]
        if !numbers.isEmpty { search.box = try BoxParameter.box(numbers, crs: request[FeatureParameters.boxCRS]) }
        return search
    }

    private static func facts(_ collection: FeatureCollection, _ request: RouteRequest) throws -> [FactCondition] {
        let conditions = try request.facts()
        let known = try collection.facts().map(\.name)
        for condition in conditions where !known.contains(condition.fact) {
            throw Problem.notQueryable(
                condition.fact, layer: collection.id, known: FeatureCollection.queryables.map(\.name) + known)
        }
        return conditions
    }
}

/// Links.
extension FeatureItems {
    private static func links(_ collection: FeatureCollection, _ request: RouteRequest, next: String?) -> [JSONValue] {
        let path = "/collections/\(collection.id)/items"
        let (links, format) = (request.links, request.format)
        let query = request.values.filter { !["collectionId", CommonParameters.formatName].contains($0.key) }
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        var list = [
            links.link(path, rel: "self", format, title: "This page", query: query + [("f", format.rawValue)]),
            links.link(path, rel: "alternate", .html, title: "This page for people", query: query + [("f", "html")]),
            links.link("/collections/\(collection.id)", rel: "collection", .json, title: collection.title),
        ]
        if let next {
            let nextQuery = query.filter { $0.0 != "cursor" } + [("cursor", next), ("f", format.rawValue)]
            list.append(links.link(path, rel: "next", format, title: "The next page", query: nextQuery))
        }
        return list
    }

    private static func links(_ collection: FeatureCollection, _ hit: Hit, _ id: String, _ links: ServiceLinks)
        -> [JSONValue]
    {
        let path = "/collections/\(collection.id)/items/\(PercentEncoding.encoded(id))"
        return [
            links.link(path, rel: "self", .geojson, title: hit.name, query: [("f", "geojson")]),
            links.link(path, rel: "alternate", .html, title: hit.name + " as a page", query: [("f", "html")]),
            links.link("/collections/\(collection.id)", rel: "collection", .json, title: collection.title),
        ]
    }
}

extension SearchError {
    fileprivate func isUnknownValue(of parameters: [String]) -> Bool {
        (code == .placeNotFound || code == .invalidValue) && parameter.map(parameters.contains) == true
    }
}
