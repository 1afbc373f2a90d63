import ArgumentParser
import Foundation

/// `banua-bench generate`: writes a synthetic national catalog as a data package for `banua import`.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a synthetic national catalog as a data package; the same seed gives the same bytes.",
        discussion: """
            The package has 83,000 villages within the extent of Indonesia (half of the documents if there are under \
            166,000); the rest are sentra and products. Words follow Zipf's law, and positions cluster around towns. \
            Import it like any data package: banua import DIR.
            """)

    @Option(help: "Number of documents: villages, sentra and products together.")
    var documents: Int

    @Option(help: "The seed; the same seed and number of documents give the same bytes.")
    var seed: UInt64 = 1

    @Option(help: "The folder to write. It is created if it does not exist.")
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
