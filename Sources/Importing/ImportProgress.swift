import Foundation

/// Reports the progress of the import of one file.
///
/// Shape: on a terminal, one line that is redrawn at most ten times a second. Otherwise a plain line every ten seconds,
/// so a short import prints nothing.
package final class ImportProgress {
    private let file: String
    private let isTerminal: Bool
    private let width: Int
    private let now: () -> Duration
    private let write: (String) -> Void
    private let start: Duration
    private var lastShown: Duration
    private var hasDrawn = false

    /// Creates a progress report.
    ///
    /// - Parameters:
    ///   - file: The path of the file.
    ///   - isTerminal: Whether to draw a progress bar.
    ///   - width: The width of the terminal in columns.
    ///   - now: Returns the time since a fixed moment.
    ///   - write: Writes text to standard error.
    package init(
        file: String, isTerminal: Bool, width: Int = 80, now: @escaping () -> Duration,
        write: @escaping (String) -> Void
    ) {
        self.file = URL(fileURLWithPath: file).lastPathComponent
        self.isTerminal = isTerminal
        self.width = width
        self.now = now
        self.write = write
        start = now()
        lastShown = start
    }

    func advance(rows: Int, bytes: Int64, of total: Int64) {
        let time = now()
        guard time - lastShown >= (isTerminal ? .milliseconds(100) : .seconds(10)) else { return }
        lastShown = time
        let share = total > 0 ? min(1, Double(bytes) / Double(total)) : 0
        let seconds = (time - start) / .seconds(1)
        let text =
            "\(Self.grouped(rows)) rows, \(Self.grouped(Int(Double(rows) / max(seconds, 0.001)))) "
            + "rows/s\(left(share, seconds))"
        guard isTerminal else { return write("\(file): \(Int(share * 100)) %, \(text)\n") }
        write("\r\u{1B}[K" + bar(share, beside: text))
        hasDrawn = true
    }

    /// Removes the progress bar from the terminal.
    func finish(rows: Int) {
        if hasDrawn { write("\r\u{1B}[K") }
    }

    private func bar(_ share: Double, beside text: String) -> String {
        let cells = max(5, min(30, width - file.count - text.count - 11))
        let full = Int(Double(cells) * share)
        let percent = "\(Int(share * 100))"
        let padded = String(repeating: " ", count: 3 - min(3, percent.count)) + percent
        let line =
            "\(file) [\(String(repeating: "#", count: full))\(String(repeating: ".", count: cells - full))] \(padded) "
            + "% \(text)"
        return String(line.prefix(max(20, width - 1)))
    }

    /// The estimated time left.
    private func left(_ share: Double, _ seconds: Double) -> String {
        guard share > 0.01 else { return "" }
        let left = Int((seconds / share - seconds).rounded(.up))
        switch left {
        case ..<90: return ", \(left) s left"
        case ..<5_400: return ", \((left + 30) / 60) min left"
        default: return ", \((left + 1_800) / 3_600) h left"
        }
    }

    /// A number with thousands separators: 1,234,567.
    static func grouped(_ number: Int) -> String {
        var text = ""
        let digits = String(number)
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return text
    }
}
