import ArgumentParser
import CFloor
import Foundation

/// `banua-bench measure`: measures import, rebuild and search of a synthetic catalog, each together with a minimal
/// program that does the same work.
struct Measure: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures import, rebuild and search of a synthetic catalog, each as a ratio to a minimal program.",
        discussion: """
            The minimal programs: for import, reading and splitting the same CSV in C; for the rebuild, inserting the \
            same tokens into FTS5 and the same points into an R*Tree in C; for a common term, ORDER BY rank over the \
            same index. Times of searches are those of the \
            processor. Times differ between machines and runs, so compare the ratios.
            """)

    @Option(help: "Number of documents.")
    var documents: Int = 500_000

    @Option(help: "The seed of the catalog.")
    var seed: UInt64 = 1

    @Option(help: "A folder for package and data. It is kept, so a second run can measure search alone.")
    var folder: String

    @Flag(help: "Leaves out import and rebuild if the folder already has an index.")
    var searchOnly = false

    @Flag(help: "Measures only the understanding and the search of whole queries.")
    var questionsOnly = false

    @Option(
        help: "A file of questions to understand and to search as well: JSON with 'queries' and 'q', or one a line.")
    var questions: [String] = []

    func run() throws {
        let root = URL(fileURLWithPath: folder, isDirectory: true)
        let package = root.appendingPathComponent("package")
        let data = root.appendingPathComponent("data")
        if !searchOnly {
            print("generating \(documents) documents, seed \(seed)")
            try SyntheticPackage(documents: documents, seed: seed).write(to: package)
            try measureImport(package, data)
            try measureRebuild(data, root)
        }
        let asked = try questions.flatMap(QuestionFile.read)
        try SearchMeasure(data: data, asked: asked).run(questionsOnly: questionsOnly)
    }

    private func measureImport(_ package: URL, _ data: URL) throws {
        try? FileManager.default.removeItem(at: data)  // what an earlier run left, or nothing
        var (rows, seconds) = (0, 0.0)
        for name in ["regions", "villages", "sentra", "products"] {
            let split = floor_split_csv(package.appendingPathComponent("\(name).csv").path)
            guard split.rows > 0 else { throw BenchError("Cannot read \(name).csv of '\(package.path)'.") }
            rows += Int(split.rows) - 1
            seconds += split.seconds
        }
        let child = try ChildProcess.run("banua", ["import", package.path, "--data", data.path])
        report("import", child, "\(rate(rows, child.seconds)) rows/s", floor: seconds, "splitting the CSV in C")
    }

    private func measureRebuild(_ data: URL, _ root: URL) throws {
        let child = try ChildProcess.run("banua-rebuild", ["--data", data.path])
        let tokens = root.appendingPathComponent("tokens.bin")
        let database = root.appendingPathComponent("floor.sqlite")
        try? FileManager.default.removeItem(at: database)  // what an earlier run left, or nothing
        try TokenDump.write(catalogIn: data, to: tokens)
        let floor = floor_build_index(tokens.path, database.path)
        guard floor.sqlite_error == 0 else {
            throw BenchError("The floor's SQLite failed with code \(floor.sqlite_error).")
        }
        let seconds = floor.fts_seconds + floor.rtree_seconds
        report(
            "rebuild", child, "\(rate(Int(floor.documents), child.seconds)) documents/s", floor: seconds,
            "FTS5 \(tenths(floor.fts_seconds)) s + R*Tree \(tenths(floor.rtree_seconds)) s in C")
        let bytes = try indexBytes(data)
        print("index: \(bytes / 1_000_000) MB, \(bytes / Int(floor.documents)) bytes/document")
        for file in [tokens, database] { try FileManager.default.removeItem(at: file) }
    }

    private func report(_ what: String, _ child: ChildProcess, _ rate: String, floor: Double, _ floorName: String) {
        print(
            "\(what): \(tenths(child.seconds)) s (processor \(tenths(child.processorSeconds)) s), \(rate), "
                + "peak \(Int(child.peakMegabytes)) MB; floor "
                + "\(tenths(floor)) s (\(floorName)); ratio \(tenths(child.seconds / floor))"
        )
    }

    private func rate(_ count: Int, _ seconds: Double) -> Int { Int(Double(count) / seconds) }

    private func indexBytes(_ data: URL) throws -> Int {
        let name = try String(contentsOf: data.appendingPathComponent("CURRENT"), encoding: .utf8).trimmingCharacters(
            in: .whitespacesAndNewlines)
        let generation = data.appendingPathComponent("generations").appendingPathComponent(name)
        return try FileManager.default.contentsOfDirectory(at: generation, includingPropertiesForKeys: [.fileSizeKey])
            .reduce(0) {
                $0 + (try $1.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0)
            }
    }
}

/// A number with one decimal.
func tenths(_ number: Double) -> Double { (number * 10).rounded() / 10 }
