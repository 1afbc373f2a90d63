import HTTPTypes
import NIOCore
import Synchronization

/// Finished responses of one generation, by request.
///
/// A generation never changes, so neither do its answers.
///
/// It approximates "least recently used" with two segments: an entry that is hit again moves to the new segment; when
/// the new segment is full, the old one is dropped and the new one becomes the old one.
/// - Complexity: O(1) for each request.
final class AnswerCache: Sendable {
    struct Answer: Sendable {
        var headers: HTTPFields
        var body: ByteBuffer
    }

    private struct State {
        var new: [String: Answer] = [:]
        var old: [String: Answer] = [:]
        var newBytes = 0
        var hits = 0
    }

    private let segmentBytes: Int
    private let state = Mutex(State())

    /// - Parameter maxBytes: if 0, nothing is kept.
    init(maxBytes: Int) { segmentBytes = maxBytes / 2 }

    /// How many requests were answered from the cache.
    var hits: Int { state.withLock { $0.hits } }

    func answer(for key: String) -> Answer? {
        guard segmentBytes > 0 else { return nil }
        return state.withLock { state in
            if let answer = state.new[key] {
                state.hits += 1
                return answer
            }
            guard let answer = state.old[key] else { return nil }
            state.hits += 1
            store(answer, for: key, in: &state)
            return answer
        }
    }

    /// Stores an answer, unless it is larger than a sixteenth of the cache.
    func store(_ answer: Answer, for key: String) {
        guard Self.bytes(of: answer, key) <= segmentBytes / 8 else { return }
        state.withLock { store(answer, for: key, in: &$0) }
    }

    private func store(_ answer: Answer, for key: String, in state: inout State) {
        let bytes = Self.bytes(of: answer, key)
        if state.newBytes + bytes > segmentBytes {
            state.old = state.new
            state.new = [:]
            state.newBytes = 0
        }
        if state.new.updateValue(answer, forKey: key) == nil { state.newBytes += bytes }
    }

    /// The memory of an entry.
    ///
    /// The headers and the dictionary are counted as one kilobyte.
    private static func bytes(of answer: Answer, _ key: String) -> Int {
        answer.body.readableBytes + key.utf8.count + 1_024
    }
}
