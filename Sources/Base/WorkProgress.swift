/// How far a long piece of work is.
package struct WorkProgress: Sendable {
    /// The name of the current step, such as "merging the text index".
    package var stage: String
    /// Rows done and expected in this stage; both 0 if it is not counted.
    package var done: Int
    package var total: Int
    /// Since the stage began.
    package var stageElapsed: Duration

    package init(stage: String, done: Int = 0, total: Int = 0, stageElapsed: Duration = .zero) {
        self.stage = stage
        self.done = done
        self.total = total
        self.stageElapsed = stageElapsed
    }

    /// Rows a second in this stage.
    package var rate: Double {
        let seconds = Double(stageElapsed.components.seconds) + Double(stageElapsed.components.attoseconds) * 1e-18
        return seconds > 0 ? Double(done) / seconds : 0
    }
}

extension WorkProgress: CustomStringConvertible {
    /// "reading and analysing documents: 41200 of 82992 (49 %), 31050 a second, 1 s left".
    package var description: String {
        guard total > 0 else { return stage }
        let text = "\(stage): \(done) of \(total) (\(100 * done / total) %)"
        guard rate >= 1, done > 1000 else { return text }
        let left = Int(Double(total - done) / rate)
        return text + ", \(Int(rate)) a second" + (left > 0 ? ", \(left) s left" : "")
    }
}
