import NIOCore
import NIOHTTP1

/// Holds a request to what HTTP/1.1 asks of a connection, while its version is still known; stands in front of the HTTP
/// codec.
///
/// - One Host, which HTTP/1.0 may leave out; anything else is refused, since two servers in a row might read it
///   differently.
/// - A client of HTTP/1.0, or one that says so, gets its answer and the end of the connection.
///
/// Source: RFC 9112, 3.2 and 9.3.
final class RequestRules: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    struct NotOneHost: Error {}

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
        let hosts = head.headers["Host"].count
        guard hosts == 1 || (hosts == 0 && (head.version.major, head.version.minor) < (1, 1)) else {
            return context.fireErrorCaught(NotOneHost())
        }
        if (head.version.major, head.version.minor) < (1, 1)
            || head.headers[canonicalForm: "Connection"].contains(where: { $0.lowercased() == "close" })
        {
            head.headers.replaceOrAdd(name: "Connection", value: "close")
            return context.fireChannelRead(wrapInboundOut(.head(head)))
        }
        context.fireChannelRead(data)
    }
}
