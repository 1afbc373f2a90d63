/// The media types of the answers, by the name that the parameter `f` takes.
enum AnswerMediaType: String, Sendable, CaseIterable {
    case json, geojson, csv, html, openapi, text, schema, prometheus, asset

    /// The value of Content-Type.
    var contentType: String {
        switch self {
        case .json: "application/json"
        case .geojson: "application/geo+json"
        case .csv: "text/csv; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        case .openapi: "application/vnd.oai.openapi+json;version=3.0"
        case .text: "text/plain; charset=utf-8"
        case .schema: "application/schema+json"
        case .prometheus: "text/plain; version=0.0.4; charset=utf-8"
        case .asset: "application/octet-stream"
        }
    }

    /// The type without its parameters, as an Accept header names it.
    var essence: Substring { contentType.prefix { $0 != ";" } }
}
