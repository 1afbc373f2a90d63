import HTTPTypes
import Search

/// A request that passed the checks of its route: only known parameters, each with a valid value.
struct RouteRequest: Sendable {
    var path: String
    /// The values as text, by name.
    ///
    /// A list is still one text.
    var values: [String: String]
    var format: AnswerMediaType
    /// Scheme and host of the links in the answer.
    var links: ServiceLinks
    /// The generation that answers.
    ///
    /// Nil if none is published.
    var index: OpenIndex?
    var service: ServiceContext
    var deadline: ContinuousClock.Instant
    /// The connection that waits for the answer, as ``DisconnectedClients`` knows it.
    var connection: ObjectIdentifier

    /// The value of a parameter, or its default value.
    ///
    /// An empty text is a missing value, because forms send those.
    subscript<Value>(parameter: Parameter<Value>) -> Value {
        let text = values[parameter.definition.name].flatMap { $0.isEmpty ? nil : $0 }
        return parameter.read(text, format == .html)
    }

    /// Runs blocking work with a search session of this request's generation, outside the event loop.
    ///
    /// - Throws: `Problem` 503 if no index is published, too many requests wait or the time limit is reached; 499 if the
    ///   client is gone; else the error of the work.
    func withSession<Result: Sendable>(_ work: @escaping @Sendable (SearchSession) throws -> Result) async throws
        -> Result
    {
        guard let index else { throw Problem.notReady }
        let (disconnectedClients, connection) = (service.disconnectedClients, connection)
        return try await service.workers.run(
            on: index, deadline: deadline, isGone: { disconnectedClients.contains(connection) }, work)
    }
}

extension RouteRequest {
    /// The name of the region of the data.
    ///
    /// It is the country if there is no index, or no single province.
    var regionName: String { index?.regionName ?? "Indonesia" }
}
