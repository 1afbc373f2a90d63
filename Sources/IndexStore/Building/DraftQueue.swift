import Foundation

/// A bounded queue of drafts between the thread that analyses and the thread that writes.
///
/// `put` waits while the queue is full, so that memory stays flat.
final class DraftQueue: @unchecked Sendable {
    enum Work: Sendable {
        case documents([DocumentDraft])
        case places([PlaceDraft])
    }

    private static let capacity = 8
    private let condition = NSCondition()
    // All guarded by the condition.
    private var waiting: [Work] = []
    private var isClosed = false
    private var failure: (any Error)?

    /// - Throws: what the writer failed with.
    func put(_ work: Work) throws {
        condition.lock()
        defer { condition.unlock() }
        while waiting.count >= Self.capacity, failure == nil { condition.wait() }
        if let failure { throw failure }
        waiting.append(work)
        condition.broadcast()
    }

    /// The next batch, or nil after the last.
    func take() -> Work? {
        condition.lock()
        defer { condition.unlock() }
        while waiting.isEmpty, !isClosed { condition.wait() }
        guard !waiting.isEmpty else { return nil }
        let work = waiting.removeFirst()
        condition.broadcast()
        return work
    }

    /// Ends the queue: nothing is put in after this.
    func close() {
        condition.lock()
        defer { condition.unlock() }
        isClosed = true
        condition.broadcast()
    }

    /// Ends the queue after a failure of the writer; `put` throws the error from here on.
    func fail(_ error: any Error) {
        condition.lock()
        defer { condition.unlock() }
        failure = error
        waiting = []
        isClosed = true
        condition.broadcast()
    }
}
