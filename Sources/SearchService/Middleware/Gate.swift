import Foundation
import HTTPTypes
import Hummingbird

/// Lets in what may be asked: turns away clients that ask too often and methods that change things, and tells every
/// error of what lies inside.
///
/// Stands inside of the cross-origin headers, so that a script of another page can read what went wrong.
struct Gate: RouterMiddleware {
    let service: ServiceContext
    let dispatcher: Dispatcher
    private let limiter: RateLimiter?

    init(service: ServiceContext, dispatcher: Dispatcher) {
        self.service = service
        self.dispatcher = dispatcher
        let rate = service.configuration.requestsPerSecond
        limiter = rate > 0 ? RateLimiter(requestsPerSecond: rate) : nil
    }

    func handle(
        _ request: Request, context: BanuaRequestContext, next: (Request, BanuaRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            if let limiter, let client = client(of: request, context), let wait = limiter.wait(for: client) {
                throw Problem.tooMany(after: wait)
            }
            guard [.get, .head, .options].contains(request.method) else {
                throw Problem.methodNotAllowed(ParameterCheck.excerpt(request.method.rawValue))
            }
            return try await next(request, context)
        } catch let error as any HTTPResponseError where error.status == .notFound && request.method == .options {
            // No preflight, which has been answered by now: somebody asks what may be done here.
            return Response(status: .noContent, headers: [.allow: Problem.allowedMethods])
        } catch {
            return dispatcher.response(
                to: error, request: request, route: nil, index: service.index.current, context: context)
        }
    }

    /// Who asks: what a proxy of ours says, where there is one.
    ///
    /// It adds whom it heard at the end; what stands before may be made up.
    private func client(of request: Request, _ context: BanuaRequestContext) -> String? {
        guard service.configuration.isBehindProxy,
            let heard = request.headers[values: .forwardedFor].last?.split(separator: ",").last
        else {
            return context.client
        }
        return String(heard.prefix(64)).trimmingCharacters(in: .whitespaces)
    }
}
