import ArgumentParser
import Base
import CommandSupport
import Foundation
import IndexStore

/// `banua-rebuild verify`.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks every file and structure of an index, and names what is damaged (exit 65).")

    @OptionGroup var data: DataOptions
    @Argument(help: "The index to check, such as 000007 (default: the published one).")
    var name: String?

    @Flag(help: "Prints the problems as JSON.")
    var json = false

    func run() throws {
        try program.reporting {
            let generations = Generations(dataDirectory: data.directory)
            guard let name = try name ?? generations.current() else {
                throw CommandFailure(
                    kind: .noInput,
                    message: "No index is published in '\(data.directory.path)': run banua-rebuild.")
            }
            let problems = try generations.verify(name)
            if json {
                try printJSON(
                    Report(
                        generation: name, problems: problems.map { Report.Problem(file: $0.file, finding: $0.finding) })
                )
            }
            guard problems.isEmpty else {
                for problem in problems { Terminal.say("\(name): \(problem)") }
                throw CommandFailure(
                    kind: .data,
                    message: "The index \(name) is damaged. Run banua-rebuild, or banua-rebuild rollback.")
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
        abstract: "Lists the indexes, oldest first; * marks the published one.")

    @OptionGroup var data: DataOptions
    @Flag(help: "Prints JSON.")
    var json = false

    func run() throws {
        try program.reporting {
            let generations = Generations(dataDirectory: data.directory)
            let current = try generations.current()
            let list = try generations.names().map { Entry($0, isCurrent: $0 == current, in: generations) }
            if json { return try printJSON(list) }
            if list.isEmpty { Terminal.say("No index in '\(data.directory.path)' yet: run banua-rebuild.") }
            for entry in list {
                let mark = entry.current ? "*" : " "
                print("\(mark) \(entry.name)  \(entry.content)  \(Self.megabytes(entry.bytes)) MB")
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

        init(_ name: String, isCurrent: Bool, in generations: Generations) {
            self.name = name
            current = isCurrent
            bytes = generations.bytes(of: name)
            do {
                let manifest = try generations.manifest(of: name)
                created = manifest.created
                documents = manifest.catalogCounts
            } catch {
                problem = "\(error)"
            }
        }

        /// When it was built and how many documents it has, or why that is not known.
        var content: String {
            guard let created, let documents else { return problem ?? "" }
            let count = documents.filter { $0.key != "regions" }.values.reduce(0, +)
            return "\(created)  \(count) documents"
        }
    }

    private static func megabytes(_ bytes: Int) -> Double { (Double(bytes) / 100_000).rounded() / 10 }
}

/// `banua-rebuild rollback`.
struct Rollback: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Publishes an older index again: the one named, or the one before.")

    @OptionGroup var data: DataOptions
    @Argument(help: "The index to publish, such as 000006 (default: the one before the published one).")
    var name: String?

    func run() throws {
        try program.reporting {
            print("\(try Generations(dataDirectory: data.directory).rollback(to: name)) is published.")
        }
    }
}

/// `banua-rebuild prune`.
struct Prune: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Removes old indexes, but never the published one or one that is being read.")

    @OptionGroup var data: DataOptions
    @Option(help: "How many of the newest to keep.")
    var keep: Int

    func run() throws {
        try program.reporting {
            let removed = try Generations(dataDirectory: data.directory).prune(keep: keep)
            print(removed.isEmpty ? "Nothing to remove." : "Removed \(removed.joined(separator: ", ")).")
        }
    }
}
