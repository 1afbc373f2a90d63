import IndexStore
import NIOPosix
import Search
import ServiceLifecycle
import Synchronization

/// The threads that read the index.
///
/// Few may wait for one: beyond that a request is turned away at once, so that no queue grows.
final class Workers: Sendable {
    let threads: Int
    private let mostWaiting: Int
    private let pool: NIOThreadPool
    private let load = Mutex(Load())
    private let watch = Deadlines()

    struct Load: Sendable {
        var underWay = 0
        var turnedAway = 0
    }

    /// `threads` readers, and at most `mostWaiting` requests waiting for one.
    init(threads: Int, mostWaiting: Int) {
        self.threads = threads
        self.mostWaiting = mostWaiting
        pool = NIOThreadPool(numberOfThreads: threads)
        pool.start()
    }

    /// How many requests are being worked on or wait, and how many were turned away since the start.
    var currentLoad: Load { load.withLock { $0 } }

    /// Runs blocking work with a session; the query is interrupted when the deadline passes, or when nobody waits for
    /// it any more.
    ///
    /// Throws: `Problem.busy` where too many wait, `Problem.tooSlow` past the deadline, `Problem.hungUp` where the
    /// client is gone before the work begins, else what the work throws.
    func run<Result: Sendable>(
        on index: LoadedIndex, deadline: ContinuousClock.Instant, isGone: @escaping @Sendable () -> Bool = { false },
        _ work: @escaping @Sendable (SearchSession) throws -> Result
    ) async throws -> Result {
        try enter()
        defer { load.withLock { $0.underWay -= 1 } }
        return try await pool.runIfActive {
            guard ContinuousClock.now < deadline else { throw Problem.tooSlow }
            guard !isGone() else { throw Problem.hungUp }
            return try index.withSession { session in
                let number = self.watch.add(session.interruptHandle, until: deadline, isGone: isGone)
                defer { self.watch.remove(number) }
                return try work(session)
            }
        }
    }

    private func enter() throws {
        let isIn = load.withLock { load in
            let hasRoom = load.underWay < threads + mostWaiting
            if hasRoom { load.underWay += 1 } else { load.turnedAway += 1 }
            return hasRoom
        }
        guard isIn else { throw Problem.busy }
    }

    /// Interrupts what has run past its deadline, or for clients that are gone; to be called now and then.
    func interruptOverdue() { watch.interruptOverdue() }

    func stop() async throws { try await pool.shutdownGracefully() }
}

/// The running queries, when each must have ended, and whether anybody still waits.
private final class Deadlines: Sendable {
    private struct State {
        var next = 0
        var running: [Int: (until: ContinuousClock.Instant, isGone: @Sendable () -> Bool, handle: InterruptHandle)] =
            [:]
    }
    private let state = Mutex(State())

    func add(_ handle: InterruptHandle, until: ContinuousClock.Instant, isGone: @escaping @Sendable () -> Bool) -> Int {
        state.withLock { state in
            state.next += 1
            state.running[state.next] = (until, isGone, handle)
            return state.next
        }
    }

    func remove(_ number: Int) { state.withLock { _ = $0.running.removeValue(forKey: number) } }

    func interruptOverdue() {
        // Under the lock: a query that has just ended must not have its successor interrupted.
        state.withLock { state in
            for (until, isGone, handle) in state.running.values where until <= .now || isGone() { handle.interrupt() }
        }
    }
}

/// Looks for overdue queries ten times a second, for as long as the service runs.
struct Overseer: Service {
    let workers: Workers

    func run() async throws {
        try? await cancelWhenGracefulShutdown {  // cancellation is how this ends: nothing to report
            while !Task.isCancelled {
                try await Task.sleep(for: .milliseconds(100))
                workers.interruptOverdue()
            }
        }
    }
}
