import Foundation
import IndexStore
import Synchronization

/// Stage, rows and rate on standard error: one line that rewrites itself on a terminal, a line for each stage elsewhere.
final class ProgressDisplay: Sendable {
    private struct State {
        var stage: BuildProgress.Stage?
        var shownAt: ContinuousClock.Instant = .now
    }
    private let isTerminal = isatty(STDERR_FILENO) != 0
    private let state = Mutex(State())

    func show(_ progress: BuildProgress) {
        let isDue = state.withLock { state -> Bool in
            let isNew = state.stage != progress.stage
            guard isNew || (isTerminal && ContinuousClock.now - state.shownAt > .milliseconds(100)) else { return false }
            state = State(stage: progress.stage)
            return true
        }
        guard isDue else { return }
        var text = "\(Self.words[progress.stage] ?? progress.stage.rawValue)"
        if progress.total > 0 {
            text += ": \(progress.done) of \(progress.total)"
        } else if progress.done > 0 {
            text += ": \(progress.done)"
        }
        if progress.done > 0, progress.rate > 0 { text += ", \(Int(progress.rate)) a second" }
        if isTerminal {
            FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
        } else {
            tell(text)
        }
    }

    /// Clears the line of a terminal.
    func end() {
        if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }

    private static let words: [BuildProgress.Stage: String] = [
        .documents: "reading and analysing documents", .text: "merging the text index", .points: "packing points",
        .suggestions: "collecting suggestions", .vocabulary: "writing the vocabulary", .verification: "verifying",
        .publishing: "publishing",
    ]
}
