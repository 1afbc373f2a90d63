import Foundation

/// Tells how far a build is, at most ten times a second within a stage.
final class ProgressReporter: @unchecked Sendable {
    private static let pause = Duration.milliseconds(100)
    private let report: @Sendable (BuildProgress) -> Void
    private let start = ContinuousClock.now
    private let lock = NSLock()
    // Guarded by the lock.
    private var stage: BuildProgress.Stage?
    private var stageStart = ContinuousClock.now
    private var last = ContinuousClock.now

    init(_ report: @escaping @Sendable (BuildProgress) -> Void) {
        self.report = report
    }

    var elapsed: Duration { ContinuousClock.now - start }

    func at(_ stage: BuildProgress.Stage, _ done: Int = 0, of total: Int = 0) {
        let progress: BuildProgress? = lock.withLock {
            let now = ContinuousClock.now
            let isNew = stage != self.stage
            if isNew { (self.stage, stageStart) = (stage, now) }
            guard isNew || done == total || now - last >= Self.pause else { return nil }
            last = now
            return BuildProgress(
                stage: stage, done: done, total: total, elapsed: now - start, stageElapsed: now - stageStart)
        }
        if let progress { report(progress) }
    }
}
