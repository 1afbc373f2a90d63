import HTTPTypes

/// A problem as a page for people, with a link back.
enum ProblemPage {
    /// The page in the language that the request names in `lang`.
    static func reply(_ problem: Problem, _ site: Site, path: String, language: String?, index: OpenIndex?) -> Reply {
        let parameters = language.map { ["lang": $0] } ?? [:]
        var page = Page(site, path: path, parameters: parameters, title: "", index: index)
        let heading = page.words[headingKey(problem)]
        page.layout.title = heading
        page.layout.isProblem = true
        let view = MessageView(
            layout: page.layout, heading: heading, detail: detail(problem, page.words),
            // The English text of the API helps the author of the address.
            technical: problem.status == .notFound ? nil : problem.detail, status: "\(problem.status.code)")
        var reply = page.reply(view)
        reply.status = problem.status
        reply.headers = problem.headers
        reply.headers[.cacheControl] = "no-store"
        return reply
    }

    static func detail(_ problem: Problem, _ words: PageWords) -> String {
        words.words["problem.\(problem.type)"] ?? words["problem.other"]
    }

    private static func headingKey(_ problem: Problem) -> String {
        switch problem.status {
        case .notFound: "heading.notFound"
        case .serviceUnavailable: "heading.later"
        case .badRequest, .conflict, .gone: "heading.address"
        default: "heading.error"
        }
    }
}

/// The values of message.mustache.
struct MessageView: PageView {
    static let template = "message"

    var layout: LayoutView
    var heading: String
    var detail: String
    var technical: String?
    var status: String
}
