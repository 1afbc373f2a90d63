import Foundation

/// A piece of work on a thread of its own, and its result.
final class BackgroundWork<Value: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    /// Guarded by the condition.
    private var result: Result<Value, any Error>?

    init(_ name: String, _ body: @escaping @Sendable () throws -> Value) {
        let thread = Thread { [self] in
            let result = Result { try body() }
            condition.lock()
            self.result = result
            condition.broadcast()
            condition.unlock()
        }
        thread.name = name
        thread.stackSize = 1 << 20
        thread.start()
    }

    /// Waits for the end.
    func value() throws -> Value {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let result { return try result.get() }
            condition.wait()
        }
    }
}

/// Runs all pieces of work on at most as many threads as there are processors, and answers in their order.
///
/// - Throws: the first failure in that order, after all have ended.
func inParallel<Value: Sendable>(_ pieces: [@Sendable () throws -> Value]) throws -> [Value] {
    let queue = ParallelQueue(pieces)
    let threads = (0..<min(pieces.count, max(2, ProcessInfo.processInfo.activeProcessorCount))).map { index in
        BackgroundWork("index work \(index)") { queue.drain() }
    }
    for thread in threads { try thread.value() }
    return try queue.results()
}

/// Pieces of work that several threads take turns at.
private final class ParallelQueue<Value: Sendable>: @unchecked Sendable {
    private let pieces: [@Sendable () throws -> Value]
    private let lock = NSLock()
    // Guarded by the lock.
    private var next = 0
    private var done: [Int: Result<Value, any Error>] = [:]

    init(_ pieces: [@Sendable () throws -> Value]) {
        self.pieces = pieces
    }

    func drain() {
        while let index = lock.withLock({ takeIndex() }) {
            let result = Result { try pieces[index]() }
            lock.withLock { done[index] = result }
        }
    }

    private func takeIndex() -> Int? {
        guard next < pieces.count else { return nil }
        defer { next += 1 }
        return next
    }

    func results() throws -> [Value] {
        try pieces.indices.compactMap { try done[$0]?.get() }
    }
}
