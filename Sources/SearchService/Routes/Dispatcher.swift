import Base
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Search

/// Takes a request through its route: checks, format, cache, handler, and dresses the answer.
///
/// Errors become problems here and nowhere else.
struct Dispatcher: Sendable {
    let service: ServiceContext

    func respond(to request: Request, with route: Route, context: BanuaRequestContext) async -> Response {
        let index = service.index.current
        do {
            let query = try self.query(of: request)
            let format = try self.format(for: route, query: query, accept: Self.accept(request))
            let host = host(of: request)
            let tag = entityTag(of: request, route, index: index, format: format)
            if let tag, Self.matches(request.headers[.ifNoneMatch], tag) { return notModified(tag, index: index) }
            let isZipped = Compression.isAccepted(request.headers[.acceptEncoding])
            // The address and all that an answer takes from the headers. One that is here has passed the checks before.
            let question = tag.map {
                "\($0) \(isZipped) \(host) \(request.headers[.forwardedProtocol] == "https") \(request.uri.string)"
            }
            if let question, let known = index?.answers.answer(to: question), request.headers[.ifNoneMatch] != "*" {
                return Response(status: .ok, headers: known.headers, body: .init(byteBuffer: known.body))
            }
            let values = try ParameterCheck.values(
                of: query, path: pathValues(context), for: route, isPage: format == .html)
            let asked = RouteRequest(
                path: request.uri.path, values: values, format: format, headers: request.headers, host: host,
                index: index,
                service: service,
                deadline: .now + service.configuration.timeLimit, connection: context.connection)
            let reply = try await route.handle(asked)
            // "*" asks whether there is anything at all, which is known only now.
            if let tag, request.headers[.ifNoneMatch] == "*", reply.status == .ok {
                return notModified(tag, index: index)
            }
            let (headers, body) = dressed(reply, tag: tag, index: index, isZipped: isZipped)
            if let question, reply.status == .ok {
                index?.answers.keep(.init(headers: headers, body: body), to: question)
            }
            return Response(status: reply.status, headers: headers, body: .init(byteBuffer: body))
        } catch {
            return response(to: error, request: request, route: route, index: index, context: context)
        }
    }

    private static func accept(_ request: Request) -> String { request.headers[values: .accept].joined(separator: ",") }

    /// The authority of the request; where it is not one, as a hostile header may not be, the address we listen at.
    private func host(of request: Request) -> String {
        let fallback = "\(service.configuration.host):\(service.configuration.port)"
        guard let authority = request.head.authority, !authority.isEmpty, authority.utf8.count <= 255 else {
            return fallback
        }
        let isPlain = authority.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: ":")).contains(byte)
                || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "["), UInt8(ascii: "]")].contains(byte)
        }
        return isPlain ? authority : fallback
    }

    private func query(of request: Request) throws -> [(name: String, value: String)] {
        guard request.uri.string.utf8.count <= service.configuration.longestAddress else {
            throw Problem.addressTooLong(limit: service.configuration.longestAddress)
        }
        let headerBytes = request.headers.reduce(0) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count }
        guard headerBytes <= service.configuration.largestHeader else { throw Problem.headerTooLarge }
        guard request.headers[.transferEncoding] == nil, request.headers[.contentLength].map({ $0 == "0" }) ?? true
        else {
            throw Problem.bodyNotWanted
        }
        guard let query = ParameterCheck.query(request.uri.query.map { $0[...] } ?? "") else {
            throw Problem.badEscape(in: "query")
        }
        return query
    }

    private func pathValues(_ context: BanuaRequestContext) throws -> [String: String] {
        var values: [String: String] = [:]
        for (name, text) in context.parameters {
            guard let value = text.removingPercentEncoding else { throw Problem.badEscape(in: String(name)) }
            values[String(name)] = value
        }
        return values
    }

    private func format(for route: Route, query: [(name: String, value: String)], accept: String) throws
        -> AnswerMediaType
    {
        if let name = query.last(where: { $0.name == "f" })?.value {
            guard let format = AnswerMediaType(rawValue: name), route.formats.contains(format) else {
                let known = route.formats.map(\.rawValue).joined(separator: ", ")
                throw Problem.invalid(
                    "f", "The value '\(ParameterCheck.excerpt(name))' is invalid for 'f': expected one of \(known).")
            }
            return format
        }
        guard let format = ContentNegotiation.format(among: route.formats, accept: accept) else {
            throw Problem.notAcceptable(route.formats)
        }
        return format
    }

    /// Generation, edition, address and format decide an answer, so they make its tag; weak, since gzip changes bytes
    /// and `took_ms` differs.
    private func entityTag(of request: Request, _ route: Route, index: LoadedIndex?, format: AnswerMediaType) -> String?
    {
        let name: String
        switch route.changesWith {
        case .time: return nil
        case .edition: name = "edition"
        case .generation:
            guard let index else { return nil }
            name = index.name
        }
        var hash = service.site.edition
        hash.addField(request.uri.string)
        hash.addField(format.rawValue)
        return "W/\"\(name)-\(Hexadecimal.digits(of: hash.value))\""
    }

    private static func matches(_ header: String?, _ tag: String) -> Bool {
        header?.contains(tag.dropFirst(2)) ?? false  // weak comparison (RFC 9110, 13.1.2)
    }

    private func notModified(_ tag: String, index: LoadedIndex?) -> Response {
        var headers: HTTPFields = [.eTag: tag, .cacheControl: "no-cache", .vary: "Accept, Accept-Encoding"]
        headers[.banuaGeneration] = index?.name
        return Response(status: .notModified, headers: headers)
    }

    /// Headers and body of an answer, as they go out.
    private func dressed(_ reply: Reply, tag: String?, index: LoadedIndex?, isZipped: Bool) -> (HTTPFields, ByteBuffer)
    {
        var headers = reply.headers
        headers[.contentType] = reply.contentType ?? reply.mediaType.contentType
        if reply.status == .ok, let tag {
            headers[.eTag] = tag
            // May be kept, must be asked for again: the index may have changed.
            headers[.cacheControl] = headers[.cacheControl] ?? "no-cache"
        }
        headers[.banuaGeneration] = index?.name
        headers[.vary] = "Accept, Accept-Encoding"
        var body = reply.body
        let isTextual = reply.contentType.map { !$0.hasPrefix("image/png") } ?? true
        if isZipped, isTextual, body.count >= Compression.leastBytes, let smaller = Compression.gzipped(body) {
            body = smaller
            headers[.contentEncoding] = "gzip"
        }
        return (headers, ByteBuffer(bytes: body))
    }

    /// The response to an error, a page where pages are and the client wants one; what is not the client's doing is
    /// logged and told without its inside.
    func response(
        to error: any Error, request: Request, route: Route?, index: LoadedIndex?, context: BanuaRequestContext
    ) -> Response {
        let problem = problem(of: error, context: context)
        if problem.status == .internalServerError {
            context.logger.error("request failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
        }
        let reply: Reply
        if wantsPage(request, route) {
            let language = request.uri.queryParameters["lang"].map(String.init)
            reply = ProblemPage.reply(
                problem, service.site, path: request.uri.path, language: language, generation: index?.name)
        } else {
            reply = Reply(problem, path: request.uri.path)
        }
        let (headers, body) = dressed(
            reply, tag: nil, index: index, isZipped: Compression.isAccepted(request.headers[.acceptEncoding]))
        return Response(status: reply.status, headers: headers, body: .init(byteBuffer: body))
    }

    private func problem(of error: any Error, context: BanuaRequestContext) -> Problem {
        switch error {
        case let known as Problem: known
        case let known as SearchError where known.code == .interrupted && service.hangUps.contains(context.connection):
            .hungUp
        case let known as SearchError: Problem(known)
        case let known as any HTTPResponseError where known.status == .notFound: .notFound
        default: .internal
        }
    }

    /// People get pages wherever there are any; `/v1` has none, and its programs can rely on that.
    private func wantsPage(_ request: Request, _ route: Route?) -> Bool {
        let hasPages =
            route?.formats.contains(.html) ?? !(request.uri.path == "/v1" || request.uri.path.hasPrefix("/v1/"))
        guard hasPages, request.method == .get || request.method == .head else { return false }
        if let name = request.uri.queryParameters["f"] { return name == AnswerMediaType.html.rawValue }
        return ContentNegotiation.format(among: [.json, .html], accept: Self.accept(request)) == .html
    }
}
