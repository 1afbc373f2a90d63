import Base
import Foundation
import Synchronization

/// Progress on standard error: one line that is rewritten on a terminal, a line every few seconds elsewhere.
package final class ProgressLine: Sendable {
    private struct State {
        var stage = ""
        var shownAt = ContinuousClock.now
    }

    private let isTerminal = Terminal.isInteractive
    private let state = Mutex(State())

    package init() {}

    /// Shows progress if it is due: the first and last of a stage always, others after a pause.
    package func show(_ progress: WorkProgress) {
        let isLast = progress.total > 0 && progress.done == progress.total
        let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(5)
        let isDue = state.withLock { state -> Bool in
            guard state.stage != progress.stage || isLast || ContinuousClock.now - state.shownAt > pause else {
                return false
            }
            state = State(stage: progress.stage)
            return true
        }
        guard isDue else { return }
        if isTerminal {
            Terminal.sayPart("\r\u{1B}[K\(progress)")
        } else {
            Terminal.say("\(progress)")
        }
    }

    /// Clears the line of a terminal.
    package func end() {
        if isTerminal { Terminal.sayPart("\r\u{1B}[K") }
    }
}
