import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Drops the bodies of requests, and answers bytes that are not a request.
///
/// Both close the connection after the answer.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private enum State {
        case open
        /// The bytes after the last request were invalid.
        ///
        /// The problem is sent after the answers that are owed.
        case failed(Problem)
        /// The last answer is written.
        ///
        /// Nothing more is read or written.
        case finished
    }

    /// How long a client may take to read the last answer.
    ///
    /// An earlier close over unread bytes would reset the connection, and the client would lose the answer.
    private static let closeDelay = TimeAmount.seconds(1)

    private var state = State.open
    /// For each request without an answer, in order: whether the connection closes after its answer.
    private var closesAfter = CircularBuffer<Bool>(initialCapacity: 2)
    private var isReadingRequest = false
    private var isClosing = false

    func handlerAdded(context: ChannelHandlerContext) {
        do {
            try RequestHeadRules.install(in: context.pipeline.syncOperations)
        } catch {
            // There is always a codec. If there were none, requests would go unchecked.
            context.close(promise: nil)
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .open = state else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            isReadingRequest = true
            closesAfter.append(Self.isLastRequest(head.headerFields))
            context.fireChannelRead(data)
        case .body: break
        case .end:
            isReadingRequest = false
            context.fireChannelRead(data)
            if isClosing { context.close(promise: nil) }
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .finished = state {
            promise?.succeed(())
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(var head) where closesAfter.first == true:
            head.headerFields[.connection] = "close"
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end:
            let promise = promise ?? context.eventLoop.makePromise()
            context.write(data, promise: promise)
            continueAfterAnswer(context, written: promise.futureResult)
        default: context.write(data, promise: promise)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if case .finished = state { return }
        guard let problem = Problem(connection: error) else { return context.fireErrorCaught(error) }
        state = .failed(problem)
        if closesAfter.isEmpty || isReadingRequest { sendProblem(problem, context) }
    }

    /// Whether the connection closes after this request: it has a body, which is not read, or the client asks for it.
    private static func isLastRequest(_ headers: HTTPFields) -> Bool {
        headers[.connection] == "close" || headers[.transferEncoding] != nil
            || headers[.contentLength].map { $0 != "0" } == true
    }

    private func continueAfterAnswer(_ context: ChannelHandlerContext, written: EventLoopFuture<Void>) {
        let wasLast = closesAfter.popFirst() ?? false
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        written.whenComplete { _ in
            let (handler, context) = bound.value
            if wasLast { handler.close(context) }
            if case .failed(let problem) = handler.state, handler.closesAfter.isEmpty {
                handler.sendProblem(problem, context)
            }
        }
    }

    private func close(_ context: ChannelHandlerContext) {
        guard isReadingRequest else { return context.close(promise: nil) }
        isClosing = true
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: Self.closeDelay) { bound.value.close(promise: nil) }
    }

    private func sendProblem(_ problem: Problem, _ context: ChannelHandlerContext) {
        state = .finished
        isReadingRequest = true
        let body = ByteBuffer(bytes: problem.body(instance: nil))
        var head = HTTPResponse(status: problem.status, headerFields: problem.headers)
        head.headerFields[.contentType] = Problem.mediaType
        head.headerFields[.contentLength] = "\(body.readableBytes)"
        head.headerFields[.connection] = "close"
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        close(context)
    }
}
