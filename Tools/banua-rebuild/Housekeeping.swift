import ArgumentParser
import Foundation
import IndexStore

/// `banua-rebuild verify`.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks every file and structure of an index; names what is damaged (exit 65).")

    @OptionGroup var data: DataOption
    @Argument(help: "The index to check, such as 000007; the published one where left out.")
    var name: String?

    @Flag(help: "Prints the problems as JSON.")
    var json = false

    func run() throws {
        try failing {
            let generations = Generations(dataDirectory: data.url)
            guard let name = try name ?? generations.current() else {
                tell("Error: No index is published in '\(data.path)': run banua-rebuild.")
                throw ExitCode(66)
            }
            let problems = try generations.verify(name)
            if json {
                try printJSON(
                    Report(
                        generation: name, problems: problems.map { Report.Problem(file: $0.file, finding: $0.finding) })
                )
            }
            guard problems.isEmpty else {
                for problem in problems { tell("\(name): \(problem)") }
                tell("Error: The index \(name) is damaged. Run banua-rebuild, or banua-rebuild rollback.")
                throw ExitCode(65)
            }
            if !json { print("\(name) is sound.") }
        }
    }
}

private struct Report: Encodable {
    struct Problem: Encodable {
        var file: String
        var finding: String
    }
    var generation: String
    var problems: [Problem]
}

private func printJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
}

/// `banua-rebuild list`.
struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the indexes that are there, oldest first; * marks the published one.")

    @OptionGroup var data: DataOption
    @Flag(help: "Prints JSON.")
    var json = false

    func run() throws {
        try failing {
            let list = try Generations(dataDirectory: data.url).list()
            if json {
                let entries = list.map {
                    Entry(
                        name: $0.name, current: $0.isCurrent, created: $0.manifest?.created, bytes: $0.bytes,
                        documents: $0.manifest?.catalog.counts, problem: $0.problem)
                }
                return try printJSON(entries)
            }
            if list.isEmpty { tell("No index in '\(data.path)' yet: run banua-rebuild.") }
            for entry in list {
                let documents = entry.manifest.map { manifest in
                    "\(manifest.created)  \(manifest.catalog.counts.filter { $0.key != "regions" }.values.reduce(0, +)) documents"
                }
                print(
                    "\(entry.isCurrent ? "*" : " ") \(entry.name)  \(documents ?? entry.problem ?? "")  \(Self.megabytes(entry.bytes)) MB"
                )
            }
        }
    }

    private struct Entry: Encodable {
        var name: String
        var current: Bool
        var created: String?
        var bytes: Int
        var documents: [String: Int]?
        var problem: String?
    }

    private static func megabytes(_ bytes: Int) -> Double { (Double(bytes) / 100_000).rounded() / 10 }
}

/// `banua-rebuild rollback`.
struct Rollback: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Publishes an older index again: the one named, or the one before.")

    @OptionGroup var data: DataOption
    @Argument(help: "The index to publish, such as 000006; the one before the published one where left out.")
    var name: String?

    func run() throws {
        try failing { print("\(try Generations(dataDirectory: data.url).rollback(to: name)) is published.") }
    }
}

/// `banua-rebuild prune`.
struct Prune: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Removes old indexes; never the published one, nor one that is being read.")

    @OptionGroup var data: DataOption
    @Option(help: "How many of the newest stay.")
    var keep: Int

    func run() throws {
        try failing {
            let removed = try Generations(dataDirectory: data.url).prune(keep: keep)
            print(removed.isEmpty ? "Nothing to remove." : "Removed \(removed.joined(separator: ", ")).")
        }
    }
}
