import NIOCore
import NIOHTTPTypes

/// Tells ``DisconnectedClients`` if the client disconnects while it is owed an answer.
final class DisconnectObserver: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let disconnectedClients: DisconnectedClients
    /// The number of requests without an answer.
    ///
    /// A client may send several before the first answer.
    private var unanswered = 0

    init(_ disconnectedClients: DisconnectedClients) { self.disconnectedClients = disconnectedClients }

    func handlerAdded(context: ChannelHandlerContext) {
        // An earlier connection may have had the same identifier.
        disconnectedClients.remove(ObjectIdentifier(context.channel))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head = unwrapInboundIn(data) { unanswered += 1 }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data), unanswered > 0 {
            unanswered -= 1
            if unanswered == 0 { disconnectedClients.remove(ObjectIdentifier(context.channel)) }
        }
        context.write(data, promise: promise)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event as? ChannelEvent == .inputClosed, unanswered > 0 {
            disconnectedClients.add(ObjectIdentifier(context.channel), isBroken: false)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        if unanswered > 0 { disconnectedClients.add(ObjectIdentifier(context.channel), isBroken: true) }
        context.fireChannelInactive()
    }
}
