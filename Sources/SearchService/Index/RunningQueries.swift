import Synchronization

/// The running queries, each with its deadline and whether its client still waits.
final class RunningQueries: Sendable {
    private struct Query {
        var deadline: ContinuousClock.Instant
        var isGone: @Sendable () -> Bool
        var interrupt: @Sendable () -> Void
    }

    private struct State {
        var lastNumber = 0
        var queries: [Int: Query] = [:]
    }

    private let state = Mutex(State())

    /// Adds a query and returns its number.
    func add(
        _ interrupt: @escaping @Sendable () -> Void, until deadline: ContinuousClock.Instant,
        isGone: @escaping @Sendable () -> Bool
    ) -> Int {
        state.withLock { state in
            state.lastNumber += 1
            state.queries[state.lastNumber] = Query(deadline: deadline, isGone: isGone, interrupt: interrupt)
            return state.lastNumber
        }
    }

    func remove(_ number: Int) { state.withLock { _ = $0.queries.removeValue(forKey: number) } }

    /// Interrupts the queries that are past their deadline or whose client is gone.
    func interruptOverdue() {
        // Under the lock, so that the next query of the same session is not interrupted instead.
        state.withLock { state in
            for query in state.queries.values where query.deadline <= .now || query.isGone() {
                query.interrupt()
            }
        }
    }
}
