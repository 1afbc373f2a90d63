import ArgumentParser
import Foundation
import IndexStore
import Search
import Synchronization

/// `banua-bench ask`: repeats the queries of a file as the server answers them, but without HTTP.
///
/// It also serves for profiling.
struct Ask: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Answers the queries of a file repeatedly, and prints how long search and JSON take together.")

    @Argument(help: "A file of queries: one in each line, or JSON with 'queries' and 'q'.")
    var questions: String

    @Option(help: "The data directory.")
    var data: String

    @Option(help: "Duration of the run in seconds.")
    var seconds: Double = 5

    @Option(help: "Number of threads that search at the same time.")
    var threads: Int = 1

    func validate() throws {
        guard threads > 0, seconds > 0 else {
            throw ValidationError("Give at least one thread, and a number of seconds above 0.")
        }
    }

    func run() throws {
        let asked = try QuestionFile.read(questions)
        let engine = try SearchEngine(
            generation: try Generation.open(dataDirectory: URL(fileURLWithPath: data, isDirectory: true)))
        let answers = Mutex<Result<Answers, any Error>>(.success(Answers()))
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            let found = Result { try ask(asked, engine) }
            answers.withLock { all in all = Result { try all.get() + found.get() } }
        }
        let all = try answers.withLock { $0 }.get()
        let times = all.times.sorted()
        print(
            "\(times.count) answers of \(all.bytes / times.count) bytes: mean "
                + "\(tenths(times.reduce(0, +) / Double(times.count))) us, "
                + "median \(tenths(times[times.count / 2])) us, 99th percentile "
                + "\(tenths(times[times.count * 99 / 100])) us"
        )
    }

    private struct Answers: Sendable {
        /// The duration of each answer in microseconds.
        var times: [Double] = []
        /// The total length of all answers in bytes.
        var bytes = 0

        static func + (first: Self, second: Self) -> Self {
            Self(times: first.times + second.times, bytes: first.bytes + second.bytes)
        }
    }

    private func ask(_ asked: [String], _ engine: SearchEngine) throws -> Answers {
        let session = try engine.session()
        for question in asked { _ = try session.search(SearchRequest(text: question)) }  // warms up
        var answers = Answers()
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            for question in asked {
                let begun = ContinuousClock.now
                answers.bytes += try session.search(SearchRequest(text: question)).rendered(as: .json).count
                answers.times.append((ContinuousClock.now - begun) / .microseconds(1))
            }
        }
        return answers
    }
}
