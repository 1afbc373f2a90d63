import NIOPosix
import Search
import Synchronization

/// The threads that search the index.
///
/// Only a few requests may wait for a thread. More are refused at once, so that no queue grows.
final class Workers: Sendable {
    struct Load: Sendable {
        /// Requests that run or wait.
        var active = 0
        /// Requests refused since the start.
        var refused = 0
    }

    let threads: Int
    private let maxWaiting: Int
    private let pool: NIOThreadPool
    private let load = Mutex(Load())
    private let running = RunningQueries()

    /// - Parameters:
    ///   - threads: the number of threads.
    ///   - maxWaiting: how many requests may wait for a thread.
    init(threads: Int, maxWaiting: Int) {
        self.threads = threads
        self.maxWaiting = maxWaiting
        pool = NIOThreadPool(numberOfThreads: threads)
        pool.start()
    }

    var currentLoad: Load { load.withLock { $0 } }

    /// Runs blocking work with a session.
    ///
    /// The query is interrupted at the deadline, or when the client is gone.
    ///
    /// - Throws: `Problem.busy` if too many wait, `Problem.tooSlow` if the deadline passes before the work begins,
    ///   `Problem.disconnected` if the client is gone before that; else the error of the work.
    func run<Result: Sendable>(
        on index: OpenIndex, deadline: ContinuousClock.Instant, isGone: @escaping @Sendable () -> Bool = { false },
        _ work: @escaping @Sendable (SearchSession) throws -> Result
    ) async throws -> Result {
        try enter()
        defer { load.withLock { $0.active -= 1 } }
        return try await pool.runIfActive {
            guard ContinuousClock.now < deadline else { throw Problem.tooSlow }
            guard !isGone() else { throw Problem.disconnected }
            return try index.withSession { session in
                let number = self.running.add(session.interrupt, until: deadline, isGone: isGone)
                defer { self.running.remove(number) }
                return try work(session)
            }
        }
    }

    private func enter() throws {
        let hasRoom = load.withLock { load in
            let hasRoom = load.active < threads + maxWaiting
            if hasRoom { load.active += 1 } else { load.refused += 1 }
            return hasRoom
        }
        guard hasRoom else { throw Problem.busy }
    }

    /// Interrupts the queries that are past their deadline or whose client is gone.
    func interruptOverdue() { running.interruptOverdue() }

    func stop() async throws { try await pool.shutdownGracefully() }
}
