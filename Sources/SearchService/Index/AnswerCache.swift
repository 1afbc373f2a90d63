import HTTPTypes
import NIOCore
import Synchronization

/// Answers of one generation, as they went out, by what was asked: an index that never changes has no other answer to
/// the same question.
///
/// Holds at most so many bytes. Answers live in two halves: what is asked again moves to the young one, and where that
/// is full the old one is dropped and the halves change roles. So what is asked often stays, and nothing has to be
/// sorted. Goes with its generation. Complexity: O(1) for each request.
final class AnswerCache: Sendable {
    struct Answer: Sendable {
        var headers: HTTPFields
        var body: ByteBuffer
    }

    private struct State {
        var young: [String: Answer] = [:]
        var old: [String: Answer] = [:]
        var youngBytes = 0
        var found = 0
    }

    private let half: Int
    private let state = Mutex(State())

    init(mostBytes: Int) { half = mostBytes / 2 }

    /// How many requests were answered from here.
    var found: Int { state.withLock { $0.found } }

    func answer(to question: String) -> Answer? {
        guard half > 0 else { return nil }
        return state.withLock { state in
            if let answer = state.young[question] {
                state.found += 1
                return answer
            }
            guard let answer = state.old[question] else { return nil }
            state.found += 1
            keep(answer, to: question, &state)
            return answer
        }
    }

    /// Keeps an answer, unless it would take more than a sixteenth of the room.
    func keep(_ answer: Answer, to question: String) {
        guard Self.bytes(answer, question) <= half / 8 else { return }
        state.withLock { keep(answer, to: question, &$0) }
    }

    private func keep(_ answer: Answer, to question: String, _ state: inout State) {
        let bytes = Self.bytes(answer, question)
        if state.youngBytes + bytes > half {
            state.old = state.young
            state.young = [:]
            state.youngBytes = 0
        }
        if state.young.updateValue(answer, forKey: question) == nil { state.youngBytes += bytes }
    }

    /// What an entry takes; headers and the tables themselves are counted as a kilobyte.
    private static func bytes(_ answer: Answer, _ question: String) -> Int {
        answer.body.readableBytes + question.utf8.count + 1_024
    }
}
