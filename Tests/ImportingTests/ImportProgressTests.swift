import Synchronization
import Testing

@testable import Importing

@Suite("Progress of an import")
struct ImportProgressTests {
    /// A clock and an output under control of the test.
    private final class Stage: Sendable {
        let time = Mutex(Duration.zero)
        let output = Mutex("")

        func progress(isTerminal: Bool, width: Int = 80) -> ImportProgress {
            ImportProgress(
                file: "lists/sentra.csv", isTerminal: isTerminal, width: width, now: { self.time.withLock { $0 } },
                write: { text in self.output.withLock { $0 += text } })
        }

        func at(_ seconds: Double) { time.withLock { $0 = .seconds(seconds) } }
        var text: String { output.withLock { $0 } }
    }

    @Test("is a bar on a terminal, redrawn ten times a second and removed at the end")
    func terminal() {
        let stage = Stage()
        let progress = stage.progress(isTerminal: true)
        stage.at(0.05)
        progress.advance(rows: 512, bytes: 1, of: 100)
        #expect(stage.text.isEmpty)
        stage.at(2)
        progress.advance(rows: 90_000, bytes: 25, of: 100)
        #expect(
            stage.text == "\r\u{1B}[Ksentra.csv [#####..................]  25 % 90,000 rows, 45,000 rows/s, 6 s left")
        progress.finish(rows: 90_000)
        #expect(stage.text.hasSuffix("\r\u{1B}[K"))
    }

    @Test("never exceeds the width of the terminal", arguments: [20, 30, 60, 200])
    func width(columns: Int) {
        let stage = Stage()
        let progress = stage.progress(isTerminal: true, width: columns)
        stage.at(4_000)
        progress.advance(rows: 123_456_789, bytes: 25, of: 100)
        #expect(stage.text.dropFirst(4).count <= max(20, columns - 1))
    }

    @Test("is a plain line every ten seconds in a log")
    func plain() {
        let stage = Stage()
        let progress = stage.progress(isTerminal: false)
        for second in 1...25 {
            stage.at(Double(second))
            progress.advance(rows: second * 1_000, bytes: Int64(second), of: 2_500)
        }
        progress.finish(rows: 25_000)
        #expect(
            stage.text == "sentra.csv: 0 %, 10,000 rows, 1,000 rows/s\nsentra.csv: 0 %, 20,000 rows, 1,000 rows/s\n")
    }
}
