import Geo
import IndexDefinition
import JSON

/// The JSON documents of the OGC API that describe the service and its layers.
enum FeatureDocuments {
    /// The landing page of a service with data of the region.
    static func landing(_ links: ServiceLinks, region: String) -> JSONValue {
        .object([
            ("title", .string("Banua")),
            (
                "description",
                .string("Villages of \(region), their products and industrial centres (sentra IKM): search and layers.")
            ),
            (
                "links",
                .array(
                    selfLinks(links, "/", title: "This document") + [
                        links.link("/api", rel: "service-desc", .openapi, title: "The API description"),
                        links.link(
                            "/api", rel: "service-doc", .html, title: "The API for people", query: [("f", "html")]),
                        links.link("/conformance", rel: "conformance", .json, title: "Conformance classes"),
                        links.link("/collections", rel: "data", .json, title: "The layers"),
                    ])
            ),
        ])
    }

    static func selfLinks(_ links: ServiceLinks, _ path: String, title: String) -> [JSONValue] {
        [
            links.link(path, rel: "self", .json, title: title, query: [("f", "json")]),
            links.link(path, rel: "alternate", .html, title: title + " as a page", query: [("f", "html")]),
        ]
    }

    static func conformance(_ classes: [String]) -> JSONValue {
        .object([("conformsTo", .array(classes.map(JSONValue.string)))])
    }

    /// The list of layers, each with the bounding box of its kind of document.
    static func collections(extents: [DocumentKind: BoundingBox], _ links: ServiceLinks) -> JSONValue {
        let list = FeatureCollection.all.map { collection($0, extent: extents[$0.kind], links) }
        return .object([
            ("links", .array(selfLinks(links, "/collections", title: "The layers"))), ("collections", .array(list)),
            ("crs", .array(FeatureCRS.all.map { .string($0.uri) })),
        ])
    }

    static func collection(_ collection: FeatureCollection, extent: BoundingBox?, _ links: ServiceLinks) -> JSONValue {
        let path = "/collections/\(collection.id)"
        var fields: [(String, JSONValue)] = [
            ("id", .string(collection.id)), ("title", .string(collection.title)),
            ("description", .string(collection.description)),
            (
                "links",
                .array(
                    selfLinks(links, path, title: collection.title) + [
                        links.link(
                            path + "/items", rel: "items", .geojson, title: "The features", query: [("f", "geojson")]),
                        links.link(
                            path + "/items", rel: "items", .html, title: "The features as a page",
                            query: [("f", "html")]),
                        links.link(
                            path + "/queryables", rel: "http://www.opengis.net/def/rel/ogc/1.0/queryables", .schema,
                            title: "What it can be filtered by"),
                    ])
            ), ("itemType", .string("feature")), ("crs", .array(FeatureCRS.all.map { .string($0.uri) })),
            ("storageCrs", .string(FeatureCRS.crs84.uri)),
        ]
        if let extent {
            let box = JSONValue.array([extent.west, extent.south, extent.east, extent.north].map(JSONValue.number))
            fields.insert(
                (
                    "extent",
                    .object([("spatial", .object([("bbox", .array([box])), ("crs", .string(FeatureCRS.crs84.uri))]))])
                ), at: 3)
        }
        return .object(fields)
    }

    /// Source: OGC API - Features - Part 3 (19-079r2), queryables as JSON Schema.
    static func queryables(_ collection: FeatureCollection, _ links: ServiceLinks) throws -> JSONValue {
        let texts = FeatureCollection.queryables.map { queryable in
            (queryable.name, JSONValue.object([("title", .string(queryable.title)), ("type", .string("string"))]))
        }
        let facts = try collection.facts().map { ($0.name, $0.queryable) }
        return .object([
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("$id", .string(links.url("/collections/\(collection.id)/queryables"))),
            ("type", .string("object")), ("title", .string(collection.title)), ("properties", .object(texts + facts)),
            ("additionalProperties", .bool(false)),
        ])
    }
}
