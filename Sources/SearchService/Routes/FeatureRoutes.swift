import HTTPTypes
import JSON

/// The routes of OGC API - Features, Part 1 (Core, OpenAPI 3.0, HTML, GeoJSON) and Part 2 (CRS by reference).
///
/// Source: OGC 17-069r4 and 18-058r1.
enum FeatureRoutes {
    static let all = [landing, conformance, api, collections, collection, queryables, items, item]

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

    private static let landing = Route(
        path: "/", operation: "getLandingPage", summary: "Where everything is. For people, the search page",
        tag: .features, parameters: PageParameters.all, formats: [.json, .html], schemas: [.json: "LandingPage"],
        problemPage: SearchPage.reply
    ) { request in
        guard request.format == .json else { return try await SearchPage.reply(request) }
        return Reply(.json, text: FeatureDocuments.landing(request.links, region: request.regionName).text)
    }

    private static let conformance = Route(
        path: "/conformance", operation: "getConformance", summary: "The parts of the standard that are implemented",
        tag: .features, formats: [.json, .html], schemas: [.json: "Conformance"]
    ) { request in
        guard request.format == .json else { return CollectionPages.conformance(conformanceClasses, request) }
        return Reply(.json, text: FeatureDocuments.conformance(conformanceClasses).text)
    }

    private static let api = Route(
        path: "/api", operation: "getAPIDescription", summary: "This description (OpenAPI 3.0)", tag: .features,
        formats: [.openapi, .json, .html]
    ) { request in
        guard request.format != .html else { return APIPage.reply(request) }
        let document = OpenAPIDocument(
            server: request.links.base, routes: request.service.routes, region: request.regionName,
            schemas: request.service.schemas)
        return Reply(request.format, text: document.value.text)
    }

    private static let collections = Route(
        path: "/collections", operation: "getCollections", summary: "The layers", tag: .features,
        formats: [.json, .html], schemas: [.json: "Collections"]
    ) { request in
        guard request.format == .json else { return CollectionPages.list(nil, request) }
        guard let index = request.index else { throw Problem.notReady }
        return Reply(.json, text: FeatureDocuments.collections(extents: index.extents, request.links).text)
    }

    private static let collection = Route(
        path: "/collections/{collectionId}", operation: "getCollection",
        summary: "One layer: extent, reference systems, links", tag: .features,
        parameters: .of(FeatureParameters.layer),
        formats: [.json, .html], schemas: [.json: "Collection"]
    ) { request in
        let collection = try request.collection()
        guard request.format == .json else { return CollectionPages.list(collection, request) }
        guard let index = request.index else { throw Problem.notReady }
        let extent = index.extents[collection.kind]
        return Reply(.json, text: FeatureDocuments.collection(collection, extent: extent, request.links).text)
    }

    private static let queryables = Route(
        path: "/collections/{collectionId}/queryables", operation: "getQueryables",
        summary: "What the layer can be filtered by", tag: .features, parameters: .of(FeatureParameters.layer),
        formats: [.schema, .json], schemas: [.schema: "Queryables", .json: "Queryables"]
    ) { request in
        Reply(request.format, text: try FeatureDocuments.queryables(try request.collection(), request.links).text)
    }

    private static let items = Route(
        path: "/collections/{collectionId}/items", operation: "getItems",
        summary: "The features of a layer, page by page", tag: .features,
        parameters: .of(
            FeatureParameters.layer, FeatureParameters.limit, FeatureParameters.box, FeatureParameters.boxCRS,
            FeatureParameters.crs, FeatureParameters.datetime, FeatureParameters.text, SearchParameters.regency,
            SearchParameters.district, SearchParameters.category, SearchParameters.cursor)
            + SearchParameters.facts.map(\.definition),
        formats: [.geojson, .json, .html], schemas: [.geojson: "FeatureCollection", .json: "FeatureCollection"],
        problems: [.conflict, .gone]
    ) { request in
        let collection = try request.collection()
        return request.format == .html
            ? try await CollectionPages.items(collection, request) : try await FeatureItems.page(collection, request)
    }

    private static let item = Route(
        path: "/collections/{collectionId}/items/{featureId}", operation: "getItem", summary: "One feature",
        tag: .features,
        parameters: .of(FeatureParameters.layer, FeatureParameters.feature, FeatureParameters.crs),
        formats: [.geojson, .json, .html], schemas: [.geojson: "Feature", .json: "Feature"]
    ) { request in
        let collection = try request.collection()
        guard request.format == .html else { return try await FeatureItems.one(collection, request) }
        return try await DocumentPage.reply(request[FeatureParameters.feature] ?? "", collection, request)
    }
}
