import Foundation
import IndexDefinition
import JSON

/// The schemas of the answers in the API description: the resource Schemas.json, and the kinds of documents.
struct OpenAPISchemas: Sendable {
    let value: JSONValue

    /// - Throws: an error if the resource cannot be read.
    init(resources: URL) throws {
        let text = try Data(contentsOf: resources.appending(path: "Schemas.json"))
        let kinds = DocumentKind.allCases.map { JSONValue.string($0.rawValue) }
        let kind = JSONValue.object([("type", .string("string")), ("enum", .array(kinds))])
        value = .object((try JSONValue(parsing: text).object ?? []) + [("Kind", kind)])
    }

    static func reference(_ name: String) -> JSONValue {
        .object([("$ref", .string("#/components/schemas/\(name)"))])
    }
}
