import Foundation
import Logging
import ServiceLifecycle
import Synchronization

/// The generation that answers, replaced within half a second when another is published or rolled back to.
///
/// A new one is opened aside and asked something before it serves; one that will not open is refused and the old one
/// goes on. Requests under way keep the generation they began with.
final class LivingIndex: Service {
    struct Refusal: Sendable, Equatable {
        var generation: String
        var reason: String
    }

    private struct State {
        var current: LoadedIndex?
        var since: ContinuousClock.Instant = .now
        var refusal: Refusal?
        /// When a refused one is opened again: it may have been mended, but opening it costs something.
        var retryAt: ContinuousClock.Instant = .now
    }

    private let dataDirectory: URL
    private let cacheBytes: Int
    private let interval: Duration
    private let logger: Logger
    private let state = Mutex(State())

    init(dataDirectory: URL, cacheBytes: Int = 0, interval: Duration = .milliseconds(500), logger: Logger) {
        self.dataDirectory = dataDirectory
        self.cacheBytes = cacheBytes
        self.interval = interval
        self.logger = logger
        refresh()
    }

    var current: LoadedIndex? { state.withLock { $0.current } }
    var refusal: Refusal? { state.withLock { $0.refusal } }
    /// How long the current generation has been serving here.
    var servingFor: Duration { state.withLock { .now - $0.since } }

    func run() async throws {
        try? await cancelWhenGracefulShutdown {  // cancellation is how this ends: nothing to report
            while !Task.isCancelled {
                try await Task.sleep(for: self.interval)
                self.refresh()
            }
        }
    }

    /// Looks at which generation is published, and moves to it where it is another one and opens.
    func refresh() {
        guard let published = publishedName() else { return }  // being replaced, or nothing yet: look again next time
        let (current, refused, retryAt) = state.withLock { ($0.current?.name, $0.refusal?.generation, $0.retryAt) }
        guard published != current else { return state.withLock { $0.refusal = nil } }
        guard published != refused || .now >= retryAt else { return }
        do {
            let loaded = try LoadedIndex(dataDirectory: dataDirectory, cacheBytes: cacheBytes)
            state.withLock { $0 = State(current: loaded) }
            logger.notice("generation published", metadata: ["generation": "\(loaded.name)"])
        } catch {
            state.withLock {
                $0.refusal = Refusal(generation: published, reason: "\(error)")
                $0.retryAt = .now + .seconds(5)
            }
            guard published != refused else { return }  // said once
            logger.error(
                "generation refused",
                metadata: ["generation": "\(published)", "reason": "\(error)", "serving": "\(current ?? "none")"])
        }
    }

    private func publishedName() -> String? {
        // A missing CURRENT is an ordinary state (nothing published yet), not an error.
        guard let text = try? String(contentsOf: dataDirectory.appendingPathComponent("CURRENT"), encoding: .utf8)
        else { return nil }
        let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return name.isEmpty ? nil : name
    }
}
