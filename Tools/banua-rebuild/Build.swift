import ArgumentParser
import Catalog
import CommandSupport
import Foundation
import IndexDefinition
import IndexStore
import Indexing

/// The default command: catalog to published index.
struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Builds, verifies and publishes a new index (the default).")

    @OptionGroup var data: DataOptions

    @Flag(help: "Prints the manifest of what was published as JSON.")
    var json = false

    func run() throws {
        try program.reporting {
            let catalog = try CatalogStore(
                path: data.directory.appendingPathComponent(CatalogStore.fileName).path, creating: false)
            let manifest = try build(catalog)
            if json {
                print(String(decoding: try manifest.encoded(), as: UTF8.self))
            } else {
                let counts = manifest.catalogCounts
                let seconds = (manifest.durationSeconds * 100).rounded() / 100
                let kinds = DocumentKind.allCases.map(\.description.plural) + ["regions"]
                let rows = kinds.map { "\(counts[$0] ?? 0) \($0)" }.joined(separator: ", ")
                print("Published \(manifest.generation): \(rows); verified; \(seconds) s.")
            }
        }
    }

    private func build(_ catalog: CatalogStore) throws -> Manifest {
        let display = ProgressLine()
        defer { display.end() }  // an error begins on a line of its own
        return try Rebuild(catalog: catalog, dataDirectory: data.directory).run { display.show($0) }
    }
}
