import NIOCore
import NIOHTTPTypes

/// Closes a connection whose client does not read its answer for too long.
///
/// NIO's `IdleStateHandler` cannot do this: it would also close connections that have nothing to send.
final class SlowClientTimeout: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let timeout: TimeAmount
    /// When the oldest answer that is not yet sent was written.
    ///
    /// Nil if everything is sent.
    private var unsentSince: NIODeadline?
    private var check: Scheduled<Void>?

    init(timeout: TimeAmount) { self.timeout = timeout }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        let promise = promise ?? context.eventLoop.makePromise()
        context.write(data, promise: promise)
        if unsentSince == nil { unsentSince = .now() }
        if check == nil { scheduleCheck(context) }
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        promise.futureResult.whenComplete { _ in bound.value.unsentSince = nil }
    }

    func handlerRemoved(context: ChannelHandlerContext) { check?.cancel() }

    /// The check repeats only while something is unsent.
    ///
    /// Idle connections have none.
    private func scheduleCheck(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        check = context.eventLoop.scheduleTask(in: timeout) {
            let (handler, context) = bound.value
            handler.check = nil
            guard let since = handler.unsentSince else { return }
            if NIODeadline.now() - since >= handler.timeout {
                context.close(promise: nil)
            } else {
                handler.scheduleCheck(context)
            }
        }
    }
}
