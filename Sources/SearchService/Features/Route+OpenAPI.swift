import HTTPTypes
import JSON

extension Route {
    /// The operation object.
    var openAPI: JSONValue {
        var fields: [(String, JSONValue)] = [
            ("operationId", .string(operation)), ("summary", .string(summary)),
            ("tags", .array([.string(tag.rawValue)])),
        ]
        if !parameters.isEmpty { fields.append(("parameters", .array(parameters.map(\.openAPI)))) }
        fields.append(("responses", .object(responses)))
        return .object(fields)
    }

    private var responses: [(String, JSONValue)] {
        let contents = formats.map { ($0.contentType, JSONValue.object([("schema", schema(of: $0))])) }
        var responses: [(String, JSONValue)] = [
            ("200", .object([("description", .string(summary)), ("content", .object(contents))]))
        ]
        if changesWith != .time {
            let text = "The client has this answer already (If-None-Match)"
            responses.append(("304", .object([("description", .string(text))])))
        }
        let name = hasPage ? "PageProblem" : "Problem"
        let statuses = (OpenAPIDocument.commonProblems + problems).sorted { $0.code < $1.code }
        return responses
            + statuses.map { status in
                let reference = "#/components/responses/\(name)\(status.code)"
                return ("\(status.code)", .object([("$ref", .string(reference))]))
            }
    }

    private func schema(of format: AnswerMediaType) -> JSONValue {
        if let name = schemas[format] { return OpenAPISchemas.reference(name) }
        let isText = [.csv, .html, .text, .prometheus, .asset].contains(format)
        return .object([("type", .string(isText ? "string" : "object"))])
    }
}

extension RouteParameter {
    /// The parameter object.
    var openAPI: JSONValue {
        let text = pageDefault.map { "\(summary) (default of the HTML page: \($0))" } ?? summary
        var fields: [(String, JSONValue)] = [
            ("name", .string(name)), ("in", .string(location.rawValue)), ("required", .bool(isRequired)),
            ("description", .string(text)), ("schema", schema.openAPI),
        ]
        if case .list = schema { fields += [("style", .string("form")), ("explode", .bool(false))] }
        return .object(fields)
    }
}

extension ParameterSchema {
    /// The schema object.
    ///
    /// It has the same limits as the check of a value.
    var openAPI: JSONValue {
        switch self {
        case .text(let length, let pattern, let example):
            return Self.object(
                "string", minimum: ("minLength", length.lowerBound), ("maxLength", length.upperBound),
                [
                    // No text matches a NUL character.
                    ("pattern", .string(pattern?.source ?? #"^[^\u0000]*$"#)),
                    ("example", example.map(JSONValue.string)),
                ])
        case .integer(let range, let standard):
            return Self.object(
                "integer", minimum: ("minimum", range.lowerBound), ("maximum", range.upperBound),
                [("default", standard.map { .number(Double($0)) })])
        case .number(let range):
            return .object([
                ("type", .string("number")), ("minimum", .number(range.lowerBound)),
                ("maximum", .number(range.upperBound)),
            ])
        case .flag: return .object([("type", .string("boolean")), ("default", .bool(false))])
        case .choice(let choices, let standard):
            let standard = standard.map { [("default", JSONValue.string($0))] } ?? []
            return .object([("type", .string("string")), ("enum", .array(choices.map(JSONValue.string)))] + standard)
        case .list(let element, let count):
            return Self.object(
                "array", minimum: ("minItems", count.lowerBound), ("maxItems", count.upperBound),
                [("items", element.openAPI)])
        }
    }

    private static func object(
        _ type: String, minimum: (String, Int), _ maximum: (String, Int), _ others: [(String, JSONValue?)]
    ) -> JSONValue {
        let limits = [minimum, maximum].map { ($0.0, JSONValue.number(Double($0.1))) }
        return .object(
            [("type", .string(type))] + limits + others.compactMap { name, value in value.map { (name, $0) } })
    }
}
