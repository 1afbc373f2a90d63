import ArgumentParser
import Base
import IndexDefinition

/// The version of the programs, and the option that shows it.
package struct VersionOption: ParsableArguments {
    /// The version of this release; CHANGELOG.md says what changed in it.
    package static let release = "0.1.0"

    @Flag(help: "Show the version, with that of the index definition.")
    var version = false

    package init() {}

    /// Prints the version if the option is given.
    ///
    /// - Throws: `CleanExit` with the version.
    package func validate() throws {
        guard version else { return }
        do {
            throw CleanExit.message("\(Self.release) (index definition \(try IndexDefinition.version))")
        } catch let failure as IndexDefinitionError {
            throw CleanExit.message("\(Self.release) (\(failure.message))")
        }
    }
}
