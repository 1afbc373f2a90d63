import HTTPTypes

/// One row of the route table: a path with its parameters, formats and handler.
///
/// The same row serves a request, checks its parameters and describes it in OpenAPI. So they cannot differ.
struct Route: Sendable {
    typealias Handler = @Sendable (RouteRequest) async throws -> Reply
    typealias ProblemReply = @Sendable (Problem, RouteRequest) -> Reply

    /// The path as OpenAPI writes it: `/v1/documents/{id}`.
    var path: String
    /// The unique id of the operation in the API description.
    var operation: String
    var summary: String
    var tag: Tag
    /// The route table adds the common ones: `f`, and `lang` for pages.
    var parameters: [RouteParameter] = []
    /// The formats of the answer.
    ///
    /// A client that does not choose gets the first one.
    var formats: [AnswerMediaType]
    /// The names of the answer's schemas in the API description, by format.
    var schemas: [AnswerMediaType: String] = [:]
    /// The statuses of problems that only some routes have.
    ///
    /// See ``OpenAPIDocument/commonProblems`` for the others.
    var problems: [HTTPResponse.Status] = []
    var changesWith = Change.generation
    /// Whether the parameter `f` chooses among the formats.
    var takesFormat = true
    /// Whether the route is in the API description.
    var isDescribed = true
    /// The page of a problem that the handler throws.
    ///
    /// If nil, it is the general problem page.
    var problemPage: ProblemReply?
    var handle: Handler

    /// The kinds of changes that change the answer.
    ///
    /// It goes into the ETag.
    enum Change: Sendable {
        /// The published generation.
        case generation
        /// The program and its settings only.
        case edition
        /// Every request: the answer has no ETag.
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

    /// Whether people can read the answer as a page.
    var hasPage: Bool { formats.contains(.html) }
}
