import NIOCore
import Synchronization

/// The clients that hung up before they were answered: what they asked for need not be found any more.
///
/// A connection that broke counts at once. One whose sending side has ended counts a little later: a client may end its
/// side and still wait, and a short search costs no one anything. Only connections that owe an answer are kept here, so
/// that it is nearly always empty.
final class HangUps: Sendable {
    private static let grace = Duration.seconds(1)
    /// What is left over where a client hung up while its answer was being written; beyond so many all are forgotten.
    private static let most = 10_000

    private let since = Mutex<[ObjectIdentifier: ContinuousClock.Instant]>([:])

    /// The client of a connection that owes an answer has broken it, or ended its side of it.
    func add(_ connection: ObjectIdentifier, isBroken: Bool) {
        let counts = isBroken ? ContinuousClock.now : .now + Self.grace
        since.withLock { since in
            if since.count >= Self.most { since.removeAll() }
            since[connection] = min(since[connection] ?? counts, counts)
        }
    }

    /// The connection is new, or owes nothing any more.
    func remove(_ connection: ObjectIdentifier) { since.withLock { _ = $0.removeValue(forKey: connection) } }

    func contains(_ connection: ObjectIdentifier) -> Bool {
        since.withLock { $0.isEmpty ? false : $0[connection].map { $0 <= .now } ?? false }
    }
}
