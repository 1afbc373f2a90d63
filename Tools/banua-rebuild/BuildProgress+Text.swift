import CommandSupport
import IndexStore

extension ProgressLine {
    /// Shows the progress of a build.
    func show(_ progress: BuildProgress) {
        show(
            stage: progress.stage.rawValue, isLast: progress.total > 0 && progress.done == progress.total,
            text: { progress.text })
    }
}

extension BuildProgress {
    /// "reading and analysing documents: 41200 of 82992 (49 %), 31050 a second, 1 s left".
    var text: String {
        var text = Self.words[stage] ?? stage.rawValue
        guard total > 0 else { return text }
        text += ": \(done) of \(total) (\(100 * done / total) %)"
        guard rate >= 1, done > 1000 else { return text }
        text += ", \(Int(rate)) a second"
        let left = Int(Double(total - done) / rate)
        return left > 0 ? text + ", \(left) s left" : text
    }

    private static let words: [Stage: String] = [
        .documents: "reading and analysing documents", .text: "merging the text index", .points: "packing points",
        .suggestions: "collecting suggestions", .vocabulary: "writing the vocabulary", .verification: "verifying",
        .publishing: "publishing",
    ]
}
