import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// Checks the rules of HTTP/1.1 for the head of a request.
///
/// It is before the HTTP codec, where the version is known.
///
/// - A request has exactly one Host. HTTP/1.0 may leave it out. Two servers could read other requests differently.
/// - The connection closes after the answer if the client uses HTTP/1.0 or asks for it.
///
/// Source: RFC 9112, 3.2 and 9.3.
final class RequestHeadRules: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    struct NotOneHost: Error {}

    /// Adds the rules in front of the HTTP codec of a connection.
    static func install(in pipeline: ChannelPipeline.SynchronousOperations) throws {
        try pipeline.addHandler(
            RequestHeadRules(), position: .before(pipeline.handler(type: HTTP1ToHTTPServerCodec.self)))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
        let isOld = (head.version.major, head.version.minor) < (1, 1)
        let hosts = head.headers["Host"].count
        guard hosts == 1 || (hosts == 0 && isOld) else { return context.fireErrorCaught(NotOneHost()) }
        let closes = head.headers[canonicalForm: "Connection"].contains { $0.lowercased() == "close" }
        guard isOld || closes else { return context.fireChannelRead(data) }
        head.headers.replaceOrAdd(name: "Connection", value: "close")
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }
}
