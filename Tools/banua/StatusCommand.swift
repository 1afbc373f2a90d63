import ArgumentParser
import CommandSupport
import Foundation
import Geo
import IndexStore
import JSON
import Search

/// `banua status`: what is imported, and what is published.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Shows catalog and index: counts, generation, definition version, age, sources.")

    @Flag(help: "Print the status as JSON.")
    var json = false

    @OptionGroup var data: DataOptions

    func run() throws {
        try program.reporting {
            let catalog = try CatalogStatus(dataDirectory: data.directory)
            let index = try publishedIndex()
            if json {
                try Terminal.write(
                    JSONValue.object([
                        ("data", .string(data.directory.path)), ("catalog", catalog?.json ?? .null),
                        ("index", try index.map { try JSONValue(parsing: $0.json()) } ?? .null),
                    ]).text + "\n")
            } else {
                let parts = [
                    catalog?.text ?? "No catalog yet: run banua import PATH.\n",
                    index.map(text) ?? "No index yet: run banua-rebuild.\n",
                ]
                try Terminal.write("data    \(data.directory.path)\n\n" + parts.joined(separator: "\n"))
            }
        }
    }

    /// Returns nil if nothing is published yet.
    private func publishedIndex() throws -> IndexStatus? {
        guard try Generations(dataDirectory: data.directory).current() != nil else { return nil }
        return try data.openSession().status()
    }

    private func text(of index: IndexStatus) -> String {
        var table = Table(header: ["index", "generation \(index.generation)"])
        let age =
            (try? Date(index.created, strategy: .iso8601)).map { " (\(Self.age(Date().timeIntervalSince($0))) ago)" }
            ?? ""
        let version =
            index.definitionVersion
            + (index.definitionIsCurrent ? "" : ", not the one of this program: run banua-rebuild")
        table.rows =
            [
                [
                    Table.Cell("built"),
                    Table.Cell("\(index.created)\(age), in \((index.buildSeconds * 10).rounded() / 10) s"),
                ],
                [Table.Cell("definition"), Table.Cell(version)],
                [Table.Cell("size"), Table.Cell("\((Double(index.bytes) / 1e5).rounded() / 10) MB")],
            ] + index.counts.sorted { $0.key < $1.key }.map { [Table.Cell($0.key), Table.Cell("\($0.value)")] }
        return table.rendered()
    }

    static func age(_ seconds: Double) -> String {
        switch seconds {
        case ..<120: "\(Int(max(0, seconds))) seconds"
        case ..<7200: "\(Int(seconds / 60)) minutes"
        case ..<172_800: "\(Int(seconds / 3600)) hours"
        default: "\(Int(seconds / 86_400)) days"
        }
    }
}
