import Foundation
import Logging
import ServiceLifecycle
import Synchronization

/// The generation that answers.
///
/// It is replaced soon after another one is published or rolled back to.
///
/// A new generation is opened and queried before it serves. One that does not open is refused, and the current one
/// stays. A request keeps the generation that it began with.
final class CurrentIndex: Service {
    struct Refusal: Sendable, Equatable {
        var generation: String
        var reason: String
    }

    private struct State {
        var index: OpenIndex?
        var since: ContinuousClock.Instant = .now
        var refusal: Refusal?
        /// The time after which a refused generation is tried again, because it may have been repaired.
        var retryAt: ContinuousClock.Instant = .now
    }

    /// How often the published name is read: twice as often as promised, which leaves time to open the index.
    private static let interval = Duration.seconds(ServiceConfiguration.indexNoticedWithinSeconds) / 2
    private static let retryInterval = Duration.seconds(5)

    private let dataDirectory: URL
    private let cacheBytes: Int
    private let logger: Logger
    private let state = Mutex(State())

    /// Opens the published generation.
    ///
    /// If there is none, ``index`` is nil until one is published.
    init(dataDirectory: URL, cacheBytes: Int = 0, logger: Logger) {
        self.dataDirectory = dataDirectory
        self.cacheBytes = cacheBytes
        self.logger = logger
        refresh()
    }

    var index: OpenIndex? { state.withLock { $0.index } }
    /// The published generation that did not open, if there is one.
    var refusal: Refusal? { state.withLock { $0.refusal } }
    /// How long the current generation has served here.
    var servingFor: Duration { state.withLock { .now - $0.since } }

    /// Looks for a new generation until the service stops.
    func run() async throws {
        try? await cancelWhenGracefulShutdown {  // It ends by cancellation, which is no error.
            while !Task.isCancelled {
                try await Task.sleep(for: Self.interval)
                self.refresh()
            }
        }
    }

    /// Reads which generation is published, and opens it if it is another one.
    func refresh() {
        guard let published = publishedName() else { return }
        let (serving, refused, retryAt) = state.withLock { ($0.index?.name, $0.refusal?.generation, $0.retryAt) }
        guard published != serving else { return state.withLock { $0.refusal = nil } }
        guard published != refused || .now >= retryAt else { return }
        do {
            let opened = try OpenIndex(dataDirectory: dataDirectory, cacheBytes: cacheBytes)
            state.withLock { $0 = State(index: opened) }
            logger.notice("generation published", metadata: ["generation": "\(opened.name)"])
        } catch {
            state.withLock {
                $0.refusal = Refusal(generation: published, reason: "\(error)")
                $0.retryAt = .now + Self.retryInterval
            }
            guard published != refused else { return }  // Logged once.
            logger.error(
                "generation refused",
                metadata: ["generation": "\(published)", "reason": "\(error)", "serving": "\(serving ?? "none")"])
        }
    }

    /// The published name.
    ///
    /// Returns nil if nothing is published yet, or the name is being replaced.
    private func publishedName() -> String? {
        guard let text = try? String(contentsOf: dataDirectory.appendingPathComponent("CURRENT"), encoding: .utf8)
        else { return nil }
        let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return name.isEmpty ? nil : name
    }
}
