import Foundation
import IndexStore
import Synchronization

/// Stage, rows and rate on standard error: one line that rewrites itself on a terminal, a line now and then elsewhere.
final class ProgressDisplay: Sendable {
    private struct State {
        var stage: BuildProgress.Stage?
        var shownAt: ContinuousClock.Instant = .now
    }

    private let isTerminal = isatty(STDERR_FILENO) != 0
    private let state = Mutex(State())

    func show(_ progress: BuildProgress) {
        let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(5)
        let isDue = state.withLock { state -> Bool in
            let isLast = progress.total > 0 && progress.done == progress.total
            guard state.stage != progress.stage || isLast || ContinuousClock.now - state.shownAt > pause else {
                return false
            }
            state = State(stage: progress.stage)
            return true
        }
        guard isDue else { return }
        if isTerminal {
            FileHandle.standardError.write(Data("\r\u{1B}[K\(Self.text(progress))".utf8))
        } else {
            tell(Self.text(progress))
        }
    }

    /// Clears the line of a terminal.
    func end() {
        if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }

    /// "reading and analysing documents: 41200 of 82992 (49 %), 31050 a second, 1 s left".
    private static func text(_ progress: BuildProgress) -> String {
        var text = words[progress.stage] ?? progress.stage.rawValue
        guard progress.total > 0 else { return text }
        text += ": \(progress.done) of \(progress.total) (\(100 * progress.done / progress.total) %)"
        guard progress.rate >= 1, progress.done > 1000 else { return text }
        text += ", \(Int(progress.rate)) a second"
        let left = Int(Double(progress.total - progress.done) / progress.rate)
        return left > 0 ? text + ", \(left) s left" : text
    }

    private static let words: [BuildProgress.Stage: String] = [
        .documents: "reading and analysing documents", .text: "merging the text index", .points: "packing points",
        .suggestions: "collecting suggestions", .vocabulary: "writing the vocabulary", .verification: "verifying",
        .publishing: "publishing",
    ]
}
