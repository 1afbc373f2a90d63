import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// Keeps one connection from costing the others anything; stands between the HTTP codec and the request handlers.
///
/// - What is not HTTP, or is larger than the parser takes, gets a problem that says so before the connection is closed.
/// - No request of ours needs a body: whatever a client sends is dropped unread, and the connection closed after the
///   answer.
/// - A client that does not read its answer is let go after `longestWrite`; one that hung up is told to `hangUps`.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let longestWrite: TimeAmount
    private let hangUps: HangUps
    /// For each request whose answer is not yet written, in their order: whether the connection ends with it.
    private var unanswered = CircularBuffer<Bool>(initialCapacity: 2)
    private var isReading = false
    private var isClosing = false
    /// Nothing more is read or written: the last word has been said.
    private var isOver = false
    private var failure: Problem?
    private var unsentSince: NIODeadline?
    private var watch: Scheduled<Void>?

    init(longestWrite: TimeAmount, hangUps: HangUps) {
        self.longestWrite = longestWrite
        self.hangUps = hangUps
    }

    func handlerAdded(context: ChannelHandlerContext) {
        hangUps.remove(ObjectIdentifier(context.channel))
        do {
            let pipeline = context.pipeline.syncOperations
            try pipeline.addHandler(
                RequestRules(), position: .before(pipeline.handler(type: HTTP1ToHTTPServerCodec.self)))
        } catch {
            // The codec is always there; were it not, nothing would be served unchecked.
            context.close(promise: nil)
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isOver, failure == nil else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            isReading = true
            unanswered.append(Self.isLast(head.headerFields))
            context.fireChannelRead(data)
        case .body: break
        case .end:
            isReading = false
            context.fireChannelRead(data)
            if isClosing { context.close(promise: nil) }
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isOver else {
            promise?.succeed(())
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(var head) where unanswered.first == true:
            head.headerFields[.connection] = "close"
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end:
            let promise = promise ?? context.eventLoop.makePromise()
            context.write(data, promise: promise)
            finish(context: context, written: promise.futureResult)
        default: context.write(data, promise: promise)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !isOver else { return }
        guard let problem = Problem(connection: error) else { return context.fireErrorCaught(error) }
        failure = problem
        if unanswered.isEmpty || isReading { tell(problem, context: context) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event as? ChannelEvent == .inputClosed, !unanswered.isEmpty {
            hangUps.add(ObjectIdentifier(context.channel), isBroken: false)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func handlerRemoved(context: ChannelHandlerContext) { watch?.cancel() }
    func channelInactive(context: ChannelHandlerContext) {
        watch?.cancel()
        if !unanswered.isEmpty { hangUps.add(ObjectIdentifier(context.channel), isBroken: true) }
        context.fireChannelInactive()
    }

    /// Whether a request brings a body, which is never read, or asks for the connection to end.
    private static func isLast(_ headers: HTTPFields) -> Bool {
        headers[.connection] == "close" || headers[.transferEncoding] != nil
            || headers[.contentLength].map { $0 != "0" } == true
    }

    /// An answer has been handed over: watches that it leaves, and closes where no more is wanted from this client.
    private func finish(context: ChannelHandlerContext, written: EventLoopFuture<Void>) {
        let wasLast = unanswered.popFirst() ?? false
        if unanswered.isEmpty { hangUps.remove(ObjectIdentifier(context.channel)) }
        if unsentSince == nil { unsentSince = .now() }
        if watch == nil { watchWriting(context: context) }
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        written.whenComplete { _ in
            let (guardian, context) = bound.value
            guardian.unsentSince = nil
            if wasLast { guardian.close(context: context) }
            if let problem = guardian.failure, guardian.unanswered.isEmpty { guardian.tell(problem, context: context) }
        }
    }

    /// Closes after what was sent has had a second to arrive: closing over unread bytes would take the answer back.
    private func close(context: ChannelHandlerContext) {
        guard isReading else { return context.close(promise: nil) }
        isClosing = true
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: .seconds(1)) { bound.value.close(promise: nil) }
    }

    /// One task looks again and again while anything is unsent; none runs for an idle connection.
    private func watchWriting(context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        watch = context.eventLoop.scheduleTask(in: longestWrite) {
            let (guardian, context) = bound.value
            guardian.watch = nil
            guard let since = guardian.unsentSince else { return }
            if NIODeadline.now() - since >= guardian.longestWrite {
                context.close(promise: nil)
            } else {
                guardian.watchWriting(context: context)
            }
        }
    }

    /// Answers what never became a request, and closes.
    private func tell(_ problem: Problem, context: ChannelHandlerContext) {
        failure = nil
        isOver = true
        isReading = true
        let body = ByteBuffer(bytes: problem.body(instance: nil))
        var head = HTTPResponse(status: problem.status, headerFields: problem.headers)
        head.headerFields[.contentType] = Problem.mediaType
        head.headerFields[.contentLength] = "\(body.readableBytes)"
        head.headerFields[.connection] = "close"
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        close(context: context)
    }
}

extension Problem {
    /// The problem of a connection whose bytes are no request; nil for errors that are not of that sort.
    fileprivate init?(connection error: any Error) {
        switch error {
        case HTTPParserError.headerOverflow: self = .headerTooLarge
        case HTTPParserError.invalidMethod: self = .methodNotAllowed(nil)
        case is RequestRules.NotOneHost: self = .notOneHost
        case is HTTPParserError, is HTTP1TypeConversionError: self = .notHTTP
        default: return nil
        }
    }
}
