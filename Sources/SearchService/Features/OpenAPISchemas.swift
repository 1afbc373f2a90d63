import Geo
import IndexDefinition
import JSON

/// The schemas of our answers in the API description.
enum OpenAPISchemas {
    static let all: [(String, JSONValue)] = [
        ("Answer", answer), ("Hit", hit), ("Place", place), ("Area", area), ("Suggestions", suggestions),
        ("ReverseAnswer", open),
        ("Status", open),
        ("FeatureCollection", featureCollection), ("Feature", feature), ("Point", point), ("Link", link),
        ("LandingPage", linked),
        ("Conformance", conformance),
        ("Collections", collections), ("Collection", collection), ("Queryables", open),
        ("Health", object([("status", string)], required: ["status"])),
        ("Problem", problem),
    ]

    private static let string = JSONValue.object([("type", .string("string"))])
    private static let number = JSONValue.object([("type", .string("number"))])
    private static let integer = JSONValue.object([("type", .string("integer"))])
    private static let open = JSONValue.object([("type", .string("object"))])
    private static let flag = JSONValue.object([("type", .string("boolean"))])

    private static func reference(_ name: String) -> JSONValue {
        .object([("$ref", .string("#/components/schemas/\(name)"))])
    }
    private static func array(_ items: JSONValue) -> JSONValue {
        .object([("type", .string("array")), ("items", items)])
    }
    private static func choice(_ values: [String]) -> JSONValue {
        .object([("type", .string("string")), ("enum", .array(values.map(JSONValue.string)))])
    }

    private static func nullable(_ schema: JSONValue) -> JSONValue {
        guard let fields = schema.object else { return schema }
        if fields.contains(where: { $0.0 == "$ref" }) {
            return .object([("allOf", .array([schema])), ("nullable", .bool(true))])
        }
        return .object(fields + [("nullable", .bool(true))])
    }

    private static func object(_ properties: [(String, JSONValue)], required: [String]) -> JSONValue {
        .object([
            ("type", .string("object")), ("properties", .object(properties)),
            ("required", .array(required.map(JSONValue.string))),
        ])
    }

    private static let area = object([("code", string), ("name", string)], required: ["code", "name"])
    private static let place = object(
        [("id", nullable(string)), ("name", string), ("longitude", nullable(number)), ("latitude", nullable(number))],
        required: ["name"])
    private static let hit = object(
        [
            ("kind", choice(DocumentKind.allCases.map(\.rawValue))), ("id", string), ("name", string),
            ("score", nullable(number)),
            ("distance_m", nullable(number)),
            ("longitude", nullable(number)), ("latitude", nullable(number)), ("position_source", nullable(string)),
            ("position_accuracy_m", nullable(number)),
            ("village", nullable(reference("Area"))), ("district", nullable(reference("Area"))),
            ("regency", nullable(reference("Area"))),
            ("properties", open),
            ("highlights", .object([("type", .string("object")), ("additionalProperties", string)])), ("explain", open),
        ], required: ["kind", "id", "name", "longitude", "latitude", "properties"])
    private static let answer = object(
        [
            ("generation", string), ("took_ms", number), ("total", integer), ("total_is_exact", flag), ("query", open),
            ("hits", array(reference("Hit"))),
            ("facets", open), ("next", nullable(string)),
        ], required: ["generation", "took_ms", "total", "total_is_exact", "query", "hits", "next"])
    private static let suggestions = object(
        [
            ("generation", string),
            (
                "suggestions",
                array(
                    object(
                        [("text", string), ("kind", string), ("label", string), ("id", nullable(string))],
                        required: ["text"]))
            ),
        ],
        required: ["suggestions"])
    private static let point = object(
        [("type", choice(["Point"])), ("coordinates", array(number))], required: ["type", "coordinates"])
    private static let feature = object(
        [
            ("type", choice(["Feature"])), ("id", string), ("geometry", nullable(reference("Point"))),
            ("properties", nullable(open)),
            ("links", array(reference("Link"))),
        ],
        required: ["type", "geometry", "properties"])
    private static let featureCollection = object(
        [
            ("type", choice(["FeatureCollection"])), ("features", array(reference("Feature"))),
            ("links", array(reference("Link"))),
            ("numberMatched", integer),
            ("numberReturned", integer), ("timeStamp", string),
        ], required: ["type", "features"])
    private static let link = object(
        [("href", string), ("rel", string), ("type", string), ("title", string), ("hreflang", string)],
        required: ["href", "rel"])
    private static let linked = object(
        [("title", string), ("description", string), ("links", array(reference("Link")))], required: ["links"])
    private static let conformance = object([("conformsTo", array(string))], required: ["conformsTo"])
    private static let collection = object(
        [
            ("id", string), ("title", string), ("description", string), ("links", array(reference("Link"))),
            ("extent", open),
            ("itemType", string), ("crs", array(string)),
            ("storageCrs", string),
        ], required: ["id", "links"])
    private static let collections = object(
        [("links", array(reference("Link"))), ("collections", array(reference("Collection")))],
        required: ["links", "collections"])
    private static let problem = object(
        [
            ("type", string), ("title", string), ("status", integer), ("detail", string), ("instance", string),
            ("parameter", string),
            ("offset", integer),
            ("candidates", array(open)),
        ], required: ["type", "title", "status", "detail"])
}
