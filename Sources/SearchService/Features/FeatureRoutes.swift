import Foundation
import Geo
import HTTPTypes
import IndexDefinition
import JSON
import Search

/// OGC API - Features, Part 1 (Core, OpenAPI 3.0, HTML, GeoJSON) and Part 2 (CRS by reference).
///
/// Source: OGC 17-069r4 and 18-058r1.
enum FeatureRoutes {
    static let all: [Route] = [landing, conformance, api, collections, collection, queryables, items, item]

    static let conformanceClasses = [
        "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
        "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
        "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
        "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
    ]

    private static let pageFormats: [AnswerMediaType] = [.json, .html]
    private static let collectionParameter = RouteParameter.path(
        "collectionId", .choice(FeatureCollection.all.map(\.id)), "The layer")
    private static let language = RouteParameter.query(
        "lang", .choice(Language.allCases.map(\.rawValue)), "The language of the HTML page")

    static let landing = Route(
        path: "/", operation: "getLandingPage", summary: "Where everything is; for people the search page",
        tag: .features,
        parameters: SiteRoutes.pageParameters + [SearchParameters.format(pageFormats)], formats: pageFormats,
        schemas: [.json: "LandingPage"]
    ) { request in
        guard request.format == .json else { return try await SearchPage.reply(request) }
        return Reply(.json, text: FeatureDocuments.landing(FeatureLinks(request)).text)
    }

    static let conformance = Route(
        path: "/conformance", operation: "getConformance", summary: "The parts of the standard that hold here",
        tag: .features,
        parameters: [SearchParameters.format(pageFormats), language], formats: pageFormats,
        schemas: [.json: "Conformance"],
        changesWith: .edition
    ) { request in
        guard request.format == .json else {
            return LayerPages.list(request, heading: "Conformance", entries: conformanceClasses.map { ($0, $0, "") })
        }
        return Reply(
            .json, text: JSONValue.object([("conformsTo", .array(conformanceClasses.map(JSONValue.string)))]).text)
    }

    static let api = Route(
        path: "/api", operation: "getAPIDescription", summary: "This description (OpenAPI 3.0)", tag: .features,
        parameters: [SearchParameters.format([.openapi, .json, .html]), language], formats: [.openapi, .json, .html],
        changesWith: .edition
    ) { request in
        guard request.format != .html else { return LayerPages.api(request) }
        return Reply(request.format, text: OpenAPIDocument(server: FeatureLinks(request).base).value.text)
    }

    static let collections = Route(
        path: "/collections", operation: "getCollections", summary: "The layers", tag: .features,
        parameters: [SearchParameters.format(pageFormats), language], formats: pageFormats,
        schemas: [.json: "Collections"]
    ) { request in
        guard request.format == .json else { return LayerPages.collections(request, only: nil) }
        let extents = try await extents(request)
        let links = FeatureLinks(request)
        let list = FeatureCollection.all.map { FeatureDocuments.collection($0, extent: extents[$0.kind], links) }
        return Reply(
            .json,
            text: JSONValue.object([
                ("links", .array(FeatureDocuments.selfLinks(links, "/collections", title: "The layers"))),
                ("collections", .array(list)),
                ("crs", .array(FeatureCRS.all.map { .string($0.uri) })),
            ]).text)
    }

    static let collection = Route(
        path: "/collections/{collectionId}", operation: "getCollection",
        summary: "One layer: extent, reference systems, links",
        tag: .features,
        parameters: [collectionParameter, SearchParameters.format(pageFormats), language], formats: pageFormats,
        schemas: [.json: "Collection"]
    ) { request in
        let collection = try known(request)
        guard request.format == .json else { return LayerPages.collections(request, only: collection) }
        let extent = try await extents(request)[collection.kind]
        return Reply(.json, text: FeatureDocuments.collection(collection, extent: extent, FeatureLinks(request)).text)
    }

    static let queryables = Route(
        path: "/collections/{collectionId}/queryables", operation: "getQueryables",
        summary: "What the layer can be filtered by",
        tag: .features,
        parameters: [collectionParameter, SearchParameters.format([.schema, .json])], formats: [.schema, .json],
        schemas: [.schema: "Queryables", .json: "Queryables"]
    ) { request in
        Reply(request.format, text: FeatureDocuments.queryables(try known(request), FeatureLinks(request)).text)
    }

    static let items = Route(
        path: "/collections/{collectionId}/items", operation: "getItems",
        summary: "The features of a layer, page by page", tag: .features,
        parameters: [
            collectionParameter, .query("limit", .integer(1...10_000, standard: 10), "How many features a page"),
            .query(
                "bbox", .list(.number(-1e9...1e9), count: 4...6),
                "Lower corner, then upper corner, in the axis order of bbox-crs; four numbers or six"),
            .query(
                "bbox-crs", .choice(FeatureCRS.all.map(\.uri), standard: FeatureCRS.crs84.uri),
                "The reference system of bbox"),
            .query(
                "crs", .choice(FeatureCRS.all.map(\.uri), standard: FeatureCRS.crs84.uri),
                "The reference system of the answer"),
            .query(
                "datetime",
                .text(length: 1...80, pattern: DatetimeParameter.pattern, example: "2025-01-01T00:00:00Z/.."),
                "Accepted as the standard asks; features here state no time"),
            .query("q", .text(length: 1...512, example: "anyaman"), "Words to search for"),
            .query("regency", .text(length: 1...120, example: "63.05"), "Code or name of the regency"),
            .query("district", .text(length: 1...120), "Code or name of the district"),
            .query("category", .text(length: 1...80, example: "anyaman"), "Category"), SearchParameters.cursor,
            SearchParameters.format([.geojson, .json, .html]), language,
        ], formats: [.geojson, .json, .html], schemas: [.geojson: "FeatureCollection", .json: "FeatureCollection"],
        problems: [.conflict, .gone]
    ) { request in try await FeatureItems.page(known(request), request) }

    static let item = Route(
        path: "/collections/{collectionId}/items/{featureId}", operation: "getItem", summary: "One feature",
        tag: .features,
        parameters: [
            collectionParameter,
            .path("featureId", .text(length: 1...200, example: "63.05.02.2005"), "The feature's id"),
            .query(
                "crs", .choice(FeatureCRS.all.map(\.uri), standard: FeatureCRS.crs84.uri),
                "The reference system of the answer"),
            SearchParameters.format([.geojson, .json, .html]), language,
        ], formats: [.geojson, .json, .html], schemas: [.geojson: "Feature", .json: "Feature"]
    ) { request in try await FeatureItems.one(known(request), request) }

    private static func known(_ request: RouteRequest) throws -> FeatureCollection {
        guard let collection = FeatureCollection.named(request.values["collectionId"] ?? "") else {
            throw Problem.notFound
        }
        return collection
    }

    private static func extents(_ request: RouteRequest) async throws -> [DocumentKind: BoundingBox] {
        guard let index = request.index else { throw Problem.notReady }
        return index.extents
    }
}
