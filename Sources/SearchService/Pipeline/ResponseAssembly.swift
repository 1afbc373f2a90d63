import HTTPTypes
import Hummingbird
import NIOCore

/// Adds the headers to the reply of the route, and compresses its body.
struct ResponseAssembly: PipelineStep {
    static let varyingHeaders = "Accept, Accept-Encoding"

    func apply(to exchange: inout Exchange) throws {
        guard let reply = exchange.reply else { throw Problem.internal }
        exchange.assembled = AssembledResponse(
            reply, tag: exchange.tag, generation: exchange.index?.name, acceptsGzip: exchange.acceptsGzip)
    }
}

/// Status, headers and body as they are sent.
struct AssembledResponse: Sendable {
    let status: HTTPResponse.Status
    private(set) var headers: HTTPFields
    private(set) var body: ByteBuffer

    init(_ reply: Reply, tag: EntityTag?, generation: String?, acceptsGzip: Bool) {
        status = reply.status
        headers = reply.headers
        headers[.contentType] = reply.contentType ?? reply.mediaType.contentType
        if status == .ok, let tag {
            headers[.eTag] = tag.description
            // Clients may keep the answer, but must ask again: the index may have changed.
            headers[.cacheControl] = headers[.cacheControl] ?? "no-cache"
        }
        headers[.banuaGeneration] = generation
        headers[.vary] = ResponseAssembly.varyingHeaders
        if acceptsGzip, reply.isCompressible, reply.body.count >= Compression.minBytes,
            let compressed = Compression.gzipped(reply.body)
        {
            headers[.contentEncoding] = "gzip"
            body = ByteBuffer(bytes: compressed)
        } else {
            body = ByteBuffer(bytes: reply.body)
        }
    }

    var response: Response { Response(status: status, headers: headers, body: .init(byteBuffer: body)) }
}
