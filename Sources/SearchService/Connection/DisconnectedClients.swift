import NIOCore
import Synchronization

/// The clients that disconnected before they were answered.
///
/// Their queries need not be finished.
///
/// A broken connection counts at once. A client that only ended its sending side may still wait for the answer, so it
/// counts one second later. Only connections that owe an answer are here, so the set is nearly always empty.
final class DisconnectedClients: Sendable {
    private static let gracePeriod = Duration.seconds(1)
    /// Upper bound of the set, which is cleared when it is exceeded.
    private static let maxCount = 10_000

    private let times = Mutex<[ObjectIdentifier: ContinuousClock.Instant]>([:])

    /// Adds a connection that owes an answer and has broken, or whose client has ended its sending side.
    func add(_ connection: ObjectIdentifier, isBroken: Bool) {
        let time = isBroken ? ContinuousClock.now : .now + Self.gracePeriod
        times.withLock { times in
            if times.count >= Self.maxCount { times.removeAll() }
            times[connection] = min(times[connection] ?? time, time)
        }
    }

    /// Removes a connection that is new, or that owes no answer any more.
    func remove(_ connection: ObjectIdentifier) { times.withLock { _ = $0.removeValue(forKey: connection) } }

    func contains(_ connection: ObjectIdentifier) -> Bool {
        times.withLock { $0.isEmpty ? false : $0[connection].map { $0 <= .now } ?? false }
    }
}
