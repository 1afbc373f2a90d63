import HTTPTypes

/// One line of the route table: what is served where, with which parameters and answers.
///
/// The table serves, checks parameters, and writes the API description, so none of them can drift from the others.
struct Route: Sendable {
    typealias Handler = @Sendable (RouteRequest) async throws -> Reply

    /// The path as OpenAPI writes it: `/v1/documents/{id}`.
    var path: String
    /// The operation's id in the API description; unique.
    var operation: String
    var summary: String
    var tag: Tag
    var parameters: [RouteParameter] = []
    /// The formats it can answer in; the first is what a client that does not say gets.
    var formats: [AnswerMediaType]
    /// The name of the answer's schema in the API description, by format; a format without one is described by its
    /// media type alone.
    var schemas: [AnswerMediaType: String] = [:]
    /// Problems it can answer with besides 400, 404, 405, 406, 429, 500 and 503, which every route can.
    var problems: [HTTPResponse.Status] = []
    var changesWith = Change.generation
    /// Pages and operations are left out of the API description.
    var isDescribed = true
    var handle: Handler

    /// What makes an answer another one, and so goes into its ETag.
    enum Change: Sendable {
        /// The published index.
        case generation
        /// The program alone, with its settings.
        case edition
        /// It is another one each time, and has no ETag.
        case time
    }

    enum Tag: String, Sendable, CaseIterable {
        case search = "Search"
        case features = "OGC API - Features"
        case operations = "Operations"
        case pages = "Pages"

        var summary: String {
            switch self {
            case .search: "Search by words and by place"
            case .features: "The layers as OGC API - Features, for GIS"
            case .operations: "Health and metrics"
            case .pages: "Pages for people"
            }
        }
    }
}

/// The media types of our answers, by the name that the parameter `f` takes.
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
