import Geo
import HTTPTypes
import JSON
import Search

/// The API description (OpenAPI 3.0.3), made from the route table that serves: what is not there is not served, and the
/// other way round.
struct OpenAPIDocument {
    /// Scheme and host of the service.
    var server: String
    var routes = RouteTable.all

    var value: JSONValue {
        var paths: [(String, JSONValue)] = []
        for route in routes where route.isDescribed { paths.append((route.path, .object([("get", operation(route))]))) }
        return .object([
            ("openapi", .string("3.0.3")),
            (
                "info",
                .object([
                    ("title", .string("Banua")), ("version", .string("1")),
                    (
                        "description",
                        .string(
                            "Villages of Kalimantan Selatan, their products and industrial centres (sentra IKM): search by words and place, and layers for GIS. Read only."
                        )
                    ), ("license", .object([("name", .string("See SOURCES.md of the data package for the data"))])),
                ])
            ), ("servers", .array([.object([("url", .string(server))])])),
            (
                "tags",
                .array(
                    Route.Tag.allCases.filter { $0 != .pages }.map {
                        .object([("name", .string($0.rawValue)), ("description", .string($0.summary))])
                    })
            ),
            ("paths", .object(paths)),
            ("components", .object([("schemas", .object(OpenAPISchemas.all)), ("responses", .object(problems))])),
        ])
    }

    private func operation(_ route: Route) -> JSONValue {
        var fields: [(String, JSONValue)] = [
            ("operationId", .string(route.operation)), ("summary", .string(route.summary)),
            ("tags", .array([.string(route.tag.rawValue)])),
        ]
        if !route.parameters.isEmpty { fields.append(("parameters", .array(route.parameters.map(parameter)))) }
        fields.append(("responses", .object(responses(route))))
        return .object(fields)
    }

    private func parameter(_ parameter: RouteParameter) -> JSONValue {
        var fields: [(String, JSONValue)] = [
            ("name", .string(parameter.name)), ("in", .string(parameter.location.rawValue)),
            ("required", .bool(parameter.isRequired)),
            ("description", .string(parameter.summary)), ("schema", parameter.schema.openAPI),
        ]
        if case .list = parameter.schema { fields += [("style", .string("form")), ("explode", .bool(false))] }
        return .object(fields)
    }

    private func responses(_ route: Route) -> [(String, JSONValue)] {
        let content = route.formats.map { format -> (String, JSONValue) in
            let schema = route.schemas[format].map {
                JSONValue.object([("$ref", .string("#/components/schemas/\($0)"))])
            }
            return (
                format.contentType,
                .object([
                    (
                        "schema",
                        schema ?? .object(format.isText ? [("type", .string("string"))] : [("type", .string("object"))])
                    )
                ])
            )
        }
        var answers: [(String, JSONValue)] = [
            ("200", .object([("description", .string(route.summary)), ("content", .object(content))]))
        ]
        if route.changesWith != .time {
            answers.append(
                ("304", .object([("description", .string("The answer is the one the client has (If-None-Match)"))])))
        }
        let statuses: [HTTPResponse.Status] = [
            .badRequest, .notFound, .methodNotAllowed, .notAcceptable, .contentTooLarge, .uriTooLong, .tooManyRequests,
            .requestHeaderFieldsTooLarge, .internalServerError, .serviceUnavailable,
        ]
        for status in (statuses + route.problems).sorted(by: { $0.code < $1.code }) {
            let name = route.formats.contains(.html) ? "PageProblem" : "Problem"
            answers.append(
                ("\(status.code)", .object([("$ref", .string("#/components/responses/\(name)\(status.code)"))])))
        }
        return answers
    }

    private var problems: [(String, JSONValue)] {
        let statuses: [HTTPResponse.Status] = [
            .badRequest, .notFound, .methodNotAllowed, .notAcceptable, .conflict, .gone, .contentTooLarge, .uriTooLong,
            .tooManyRequests,
            .requestHeaderFieldsTooLarge, .internalServerError, .serviceUnavailable,
        ]
        let problem = (
            Problem.mediaType,
            JSONValue.object([("schema", .object([("$ref", .string("#/components/schemas/Problem"))]))])
        )
        let page = (
            AnswerMediaType.html.contentType, JSONValue.object([("schema", .object([("type", .string("string"))]))])
        )
        // Where people get pages they are told as a page, too.
        return [("Problem", [problem]), ("PageProblem", [problem, page])].flatMap { name, content in
            statuses.map { status in
                (
                    "\(name)\(status.code)",
                    .object([("description", .string(status.reasonPhrase)), ("content", .object(content))])
                )
            }
        }
    }
}

extension AnswerMediaType {
    fileprivate var isText: Bool { [.csv, .html, .text, .prometheus, .asset].contains(self) }
}

extension ParameterSchema {
    /// The schema as OpenAPI 3.0 writes it; the same limits that `complaint(about:)` holds a value to.
    var openAPI: JSONValue {
        switch self {
        case .text(let length, let pattern, let example):
            var fields: [(String, JSONValue)] = [
                ("type", .string("string")), ("minLength", .number(Double(length.lowerBound))),
                ("maxLength", .number(Double(length.upperBound))),
                // A NUL character is no text that anything could match.
                ("pattern", .string(pattern.map { "^(?:\($0))$" } ?? #"^[^\u0000]*$"#)),
            ]
            if let example { fields.append(("example", .string(example))) }
            return .object(fields)
        case .integer(let range, let standard):
            var fields: [(String, JSONValue)] = [
                ("type", .string("integer")), ("minimum", .number(Double(range.lowerBound))),
                ("maximum", .number(Double(range.upperBound))),
            ]
            if let standard { fields.append(("default", .number(Double(standard)))) }
            return .object(fields)
        case .number(let range):
            return .object([
                ("type", .string("number")), ("minimum", .number(range.lowerBound)),
                ("maximum", .number(range.upperBound)),
            ])
        case .flag: return .object([("type", .string("boolean")), ("default", .bool(false))])
        case .choice(let choices, let standard):
            var fields: [(String, JSONValue)] = [
                ("type", .string("string")), ("enum", .array(choices.map(JSONValue.string))),
            ]
            if let standard { fields.append(("default", .string(standard))) }
            return .object(fields)
        case .list(let element, let count):
            return .object([
                ("type", .string("array")), ("items", element.openAPI), ("minItems", .number(Double(count.lowerBound))),
                ("maxItems", .number(Double(count.upperBound))),
            ])
        }
    }
}
