import ArgumentParser
import Foundation
import IndexStore
import Search
import Synchronization

/// `banua-bench ask`: questions of a file over and over, as the server answers them but without HTTP; for a profiler, too.
struct Ask: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Answers the questions of a file over and over, and says how long search and JSON take together.")

    @Argument(help: "A file with a question in each line.")
    var questions: String

    @Option(help: "The data folder.")
    var data: String

    @Option(help: "How long to go on.")
    var seconds: Double = 5

    @Option(help: "How many threads ask side by side.")
    var threads: Int = 1

    func run() throws {
        let asked = try String(contentsOfFile: questions, encoding: .utf8).split(separator: "\n").map(String.init)
        guard !asked.isEmpty else { throw BenchError("'\(questions)' holds no question.") }
        let engine = try SearchEngine(generation: try Generation.open(dataDirectory: URL(fileURLWithPath: data, isDirectory: true)))
        let times = Mutex<[Double]>([])
        let bytes = Mutex(0)
        let failure = Mutex<(any Error)?>(nil)
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            do {
                let (taken, length) = try ask(asked, engine)
                times.withLock { $0 += taken }
                bytes.withLock { $0 += length }
            } catch {
                failure.withLock { $0 = error }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
        let sorted = times.withLock { $0.sorted() }
        let mean = sorted.reduce(0, +) / Double(sorted.count)
        print(
            "\(sorted.count) answers of \(bytes.withLock { $0 } / sorted.count) bytes: mean \(tenths(mean)) us, "
                + "median \(tenths(sorted[sorted.count / 2])) us, 99th percentile \(tenths(sorted[sorted.count * 99 / 100])) us")
    }

    /// How long each answer took in microseconds, and how many bytes all have.
    private func ask(_ asked: [String], _ engine: SearchEngine) throws -> (times: [Double], bytes: Int) {
        let session = try engine.session()
        for question in asked { _ = try session.search(SearchRequest(text: question)) }  // warms up
        var times: [Double] = []
        var bytes = 0
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            for question in asked {
                let begun = ContinuousClock.now
                bytes += try session.search(SearchRequest(text: question)).rendered(as: .json).count
                times.append((ContinuousClock.now - begun) / .microseconds(1))
            }
        }
        return (times, bytes)
    }
}
