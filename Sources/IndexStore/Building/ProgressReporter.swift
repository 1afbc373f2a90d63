import Base
import Foundation

/// Tells how far a build is, at most ten times a second within a stage.
final class ProgressReporter: @unchecked Sendable {
    private static let pause = Duration.milliseconds(100)
    private let report: @Sendable (WorkProgress) -> Void
    private let start = ContinuousClock.now
    private let lock = NSLock()
    // Guarded by the lock.
    private var stage: BuildStage?
    private var stageStart = ContinuousClock.now
    private var last = ContinuousClock.now

    init(_ report: @escaping @Sendable (WorkProgress) -> Void) {
        self.report = report
    }

    var elapsed: Duration { ContinuousClock.now - start }

    func at(_ stage: BuildStage, _ done: Int = 0, of total: Int = 0) {
        let progress: WorkProgress? = lock.withLock {
            let now = ContinuousClock.now
            let isNew = stage != self.stage
            if isNew { (self.stage, stageStart) = (stage, now) }
            guard isNew || done == total || now - last >= Self.pause else { return nil }
            last = now
            return WorkProgress(
                stage: stage.rawValue, done: done, total: total, stageElapsed: now - stageStart)
        }
        if let progress { report(progress) }
    }
}
