import HTTPTypes

/// A problem as a page for people: what happened, in their language, and the way back.
enum ProblemPage {
    /// - Parameter language: what `lang` of the request says, if anything.
    static func reply(
        _ problem: Problem, _ site: Site, path: String, language: String? = nil, generation: String? = nil
    ) -> Reply {
        var page = Page(
            site, path: path, parameters: language.map { ["lang": $0] } ?? [:], title: "", generation: generation)
        let heading = page.words[headingKey(problem)]
        page.values["title"] = heading
        page.values["heading"] = heading
        page.values["detail"] = detail(problem, page.words)
        // The exact words of the API help whoever built the address; they are in English.
        page.values["technical"] = problem.status == .notFound ? nil : problem.detail
        page.values["status"] = "\(problem.status.code)"
        page.values["isProblem"] = true
        var reply = page.reply("message")
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
