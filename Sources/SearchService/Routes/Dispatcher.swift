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
            let format = try self.format(for: route, query: query, accept: request.headers[values: .accept].joined(separator: ","))
            let values = try ParameterCheck.values(of: query, path: pathValues(context), for: route)
            let tag = route.isFromIndex ? index.map { self.entityTag(of: request, generation: $0.name, format: format) } : nil
            if let tag, Self.matches(request.headers[.ifNoneMatch], tag) {
                return notModified(tag, index: index)
            }
            let asked = RouteRequest(
                path: request.uri.path, values: values, format: format, headers: request.headers, host: host(of: request), index: index,
                service: service,
                deadline: .now + service.configuration.timeLimit)
            let reply = try await route.handle(asked)
            // "*" asks whether there is anything at all, which is known only now.
            if let tag, request.headers[.ifNoneMatch] == "*", reply.status == .ok { return notModified(tag, index: index) }
            return dressed(reply, tag: tag, index: index, request: request)
        } catch {
            return response(to: error, request: request, index: index, context: context)
        }
    }

    /// The authority of the request; where it is not one, as a hostile header may not be, the address we listen at.
    private func host(of request: Request) -> String {
        let fallback = "\(service.configuration.host):\(service.configuration.port)"
        guard let authority = request.head.authority, !authority.isEmpty, authority.utf8.count <= 255 else { return fallback }
        let isPlain = authority.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || (UInt8(ascii: "0")...UInt8(ascii: ":")).contains(byte)
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
        guard request.headers[.transferEncoding] == nil, request.headers[.contentLength].map({ $0 == "0" }) ?? true else {
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

    private func format(for route: Route, query: [(name: String, value: String)], accept: String) throws -> AnswerMediaType {
        if let name = query.last(where: { $0.name == "f" })?.value {
            guard let format = AnswerMediaType(rawValue: name), route.formats.contains(format) else {
                let known = route.formats.map(\.rawValue).joined(separator: ", ")
                throw Problem.invalid("f", "The value '\(ParameterCheck.excerpt(name))' is invalid for 'f': expected one of \(known).")
            }
            return format
        }
        guard let format = ContentNegotiation.format(among: route.formats, accept: accept) else {
            throw Problem.notAcceptable(route.formats)
        }
        return format
    }

    /// Generation, address and format decide an answer, so they make its tag; weak, since gzip changes bytes and `took_ms` differs.
    private func entityTag(of request: Request, generation: String, format: AnswerMediaType) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a, 64 bits
        for byte in (request.uri.string + " " + format.rawValue + " " + (request.headers[.acceptLanguage] ?? "")).utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return "W/\"\(generation)-\(String(hash, radix: 16))\""
    }

    private static func matches(_ header: String?, _ tag: String) -> Bool {
        header?.contains(tag.dropFirst(2)) ?? false  // weak comparison (RFC 9110, 13.1.2)
    }

    private func notModified(_ tag: String, index: LoadedIndex?) -> Response {
        var headers: HTTPFields = [.eTag: tag, .cacheControl: "no-cache", .vary: "Accept, Accept-Encoding, Accept-Language"]
        headers[.banuaGeneration] = index?.name
        return Response(status: .notModified, headers: headers)
    }

    private func dressed(_ reply: Reply, tag: String?, index: LoadedIndex?, request: Request) -> Response {
        var headers = reply.headers
        headers[.contentType] = reply.contentType ?? reply.mediaType.contentType
        if reply.status == .ok, let tag {
            headers[.eTag] = tag
            // May be kept, must be asked for again: the index may have changed.
            headers[.cacheControl] = headers[.cacheControl] ?? "no-cache"
        }
        if headers[.banuaGeneration] == nil, tag != nil { headers[.banuaGeneration] = index?.name }
        headers[.vary] = "Accept, Accept-Encoding, Accept-Language"
        var body = reply.body
        let isTextual = reply.contentType.map { !$0.hasPrefix("image/png") } ?? true
        if isTextual, body.count >= Compression.leastBytes, Compression.isAccepted(request.headers[.acceptEncoding]),
            let smaller = Compression.gzipped(body)
        {
            body = smaller
            headers[.contentEncoding] = "gzip"
        }
        return Response(status: reply.status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }

    /// The response to an error; what is not the client's doing is logged and told without its inside.
    func response(to error: any Error, request: Request, index: LoadedIndex?, context: BanuaRequestContext) -> Response {
        let problem: Problem
        switch error {
        case let known as Problem: problem = known
        case let known as SearchError: problem = Problem(known)
        case let known as HTTPError where known.status == .notFound: problem = .notFound
        default: problem = .internal
        }
        if problem.status == .internalServerError {
            context.logger.error("request failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
        }
        var headers = problem.headers
        headers[.contentType] = Problem.mediaType
        headers[.cacheControl] = "no-store"
        headers[.banuaGeneration] = index?.name
        let body = problem.body(instance: request.uri.path)
        return Response(status: problem.status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}
