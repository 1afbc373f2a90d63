import Foundation
import HTTPTypes
import Search

/// A request that has passed the checks of its route: known parameters only, each of its form.
struct RouteRequest: Sendable {
    var path: String
    /// The values as text, by name; a list still joined by commas.
    var values: [String: String]
    var format: AnswerMediaType
    var headers: HTTPFields
    /// Host and port as the client names them.
    var host: String
    /// The generation that answers; nil where none is published.
    var index: LoadedIndex?
    var service: ServiceContext
    /// When the answer is no longer wanted.
    var deadline: ContinuousClock.Instant
    /// The connection that waits for it, as `HangUps` knows it.
    var connection: ObjectIdentifier

    func text(_ name: String) -> String? {
        values[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    func integer(_ name: String) -> Int? { values[name].flatMap { Int($0) } }
    func number(_ name: String) -> Double? { values[name].flatMap { Double($0) } }
    func flag(_ name: String) -> Bool { values[name] == "true" }
    func list(_ name: String) -> [String] { text(name)?.split(separator: ",").map(String.init) ?? [] }

    /// Runs blocking work with a search session of this request's generation, off the event loop.
    ///
    /// Throws: `Problem` 503 where nothing is published, where too many wait, or where the time is up; 499 where the
    /// client has hung up; else what the work throws.
    func withSession<Result: Sendable>(_ work: @escaping @Sendable (SearchSession) throws -> Result) async throws
        -> Result
    {
        guard let index else { throw Problem.notReady }
        let (hangUps, connection) = (service.hangUps, connection)
        return try await service.workers.run(
            on: index, deadline: deadline, isGone: { hangUps.contains(connection) }, work)
    }
}
