import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Refuses clients that ask too often, and methods that change data.
///
/// It also answers the errors of the router.
///
/// It is inside the cross-origin middleware, so that scripts of other pages can read the problems.
struct RequestGuard: RouterMiddleware {
    private let service: ServiceContext
    private let limiter: RateLimiter?

    init(service: ServiceContext) {
        self.service = service
        let rate = service.configuration.requestsPerSecond
        limiter = rate > 0 ? RateLimiter(requestsPerSecond: rate) : nil
    }

    func handle(
        _ request: Request, context: BanuaRequestContext, next: (Request, BanuaRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            if let limiter, let client = client(of: request, context), let seconds = limiter.secondsToWait(for: client)
            {
                throw Problem.tooManyRequests(retryAfter: seconds)
            }
            guard [.get, .head, .options].contains(request.method) else {
                throw Problem.methodNotAllowed(Problem.excerpt(request.method.rawValue))
            }
            return try await next(request, context)
        } catch let error as any HTTPResponseError where error.status == .notFound && request.method == .options {
            // A plain OPTIONS request: the cross-origin middleware has answered the preflight requests.
            return Response(status: .noContent, headers: [.allow: Problem.allowedMethods])
        } catch {
            return ProblemResponses(service: service).response(to: error, request, context)
        }
    }

    /// The client's address.
    ///
    /// Behind a proxy, it is the last address of X-Forwarded-For, which the proxy added itself.
    private func client(of request: Request, _ context: BanuaRequestContext) -> String? {
        guard service.configuration.isBehindProxy,
            let address = request.headers[values: .forwardedFor].last?.split(separator: ",").last
        else {
            return context.client
        }
        return String(address.prefix(64)).trimmingCharacters(in: .whitespaces)
    }
}
