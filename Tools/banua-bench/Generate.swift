import ArgumentParser
import Foundation

/// `banua-bench generate`: a synthetic national catalog as a data package, ready for `banua import`.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a synthetic national catalog as a data package; the same seed gives the same bytes.",
        discussion: """
            83,000 villages over Indonesia's extent (fewer where --documents is under 166,000: half of them), the rest sentra and products. \
            Words follow Zipf's law, positions cluster around towns. Import it like any data package: banua import DIR.
            """)

    @Option(help: "How many documents: villages, sentra and products together.")
    var documents: Int

    @Option(help: "The seed; the same seed and number of documents give the same bytes.")
    var seed: UInt64 = 1

    @Option(help: "The folder to write; made where it is missing.")
    var out: String

    func validate() throws {
        guard documents >= 100 else {
            throw ValidationError(
                "The value '\(documents)' is invalid for '--documents': give at least 100, so that every kind has rows."
            )
        }
    }

    func run() throws {
        let package = SyntheticPackage(documents: documents, seed: seed)
        try package.write(to: URL(fileURLWithPath: out, isDirectory: true))
    }
}
