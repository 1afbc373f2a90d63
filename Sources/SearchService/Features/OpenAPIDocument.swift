import HTTPTypes
import JSON

/// The API description (OpenAPI 3.0.3).
///
/// It is made from the route table, so it agrees with the routes.
struct OpenAPIDocument {
    /// Scheme and host of the service.
    let server: String
    let routes: [Route]
    /// The name of the region of the data.
    let region: String
    let schemas: JSONValue

    /// The statuses of problems that every route can have.
    static let commonProblems: [HTTPResponse.Status] = [
        .badRequest, .notFound, .methodNotAllowed, .notAcceptable, .contentTooLarge, .uriTooLong, .tooManyRequests,
        .requestHeaderFieldsTooLarge, .internalServerError, .serviceUnavailable,
    ]

    var value: JSONValue {
        let described = routes.filter(\.isDescribed)
        return .object([
            ("openapi", .string("3.0.3")), ("info", info),
            ("servers", .array([.object([("url", .string(server))])])), ("tags", tags),
            ("paths", .object(described.map { ($0.path, .object([("get", $0.openAPI)])) })),
            ("components", .object([("schemas", schemas), ("responses", .object(problems))])),
        ])
    }

    private var info: JSONValue {
        let description =
            "Villages of \(region), their products and industrial centres (sentra IKM): search by words and place, "
            + "and layers for GIS. Read only."
        return .object([
            ("title", .string("Banua")), ("version", .string("1")), ("description", .string(description)),
            ("license", .object([("name", .string("See SOURCES.md of the data package for the data"))])),
        ])
    }

    private var tags: JSONValue {
        let tags = Route.Tag.allCases.filter { $0 != .pages }
        return .array(
            tags.map { .object([("name", .string($0.rawValue)), ("description", .string($0.summary))]) })
    }

    /// The problems as components: in JSON, and for routes with pages also as a page.
    private var problems: [(String, JSONValue)] {
        let statuses = Set(Self.commonProblems + routes.flatMap(\.problems)).sorted { $0.code < $1.code }
        let problem = (Problem.mediaType, content(OpenAPISchemas.reference("Problem")))
        let page = (AnswerMediaType.html.contentType, content(.object([("type", .string("string"))])))
        return [("Problem", [problem]), ("PageProblem", [problem, page])].flatMap { name, contents in
            statuses.map { status in
                let response = JSONValue.object([
                    ("description", .string(status.reasonPhrase)), ("content", .object(contents)),
                ])
                return ("\(name)\(status.code)", response)
            }
        }
    }

    private func content(_ schema: JSONValue) -> JSONValue { .object([("schema", schema)]) }
}
