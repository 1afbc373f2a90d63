import ArgumentParser
import Base
import Catalog
import Foundation
import IndexDefinition
import IndexStore
import Indexing

/// `banua-rebuild`: makes the index from the catalog, and keeps house among the indexes that were made.
@main
struct BanuaRebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "banua-rebuild", abstract: "Builds, verifies and publishes the index that banua answers from.",
        discussion: """
            The published index goes on serving until the new one is verified and takes its place with one rename; whatever fails leaves it as it was. \
            Exit codes: 0 done, 64 wrong usage, 65 damaged data, 66 nothing there, 74 input or output failed, 75 another rebuild runs.
            """, subcommands: [Build.self, Verify.self, List.self, Rollback.self, Prune.self],
        defaultSubcommand: Build.self)
}

/// The data directory, as every command takes it.
struct DataOption: ParsableArguments {
    @Option(name: .customLong("data"), help: "The data directory (BANUA_DATA; ./banua-data where neither is given).")
    var path: String = ProcessInfo.processInfo.environment["BANUA_DATA"] ?? "./banua-data"

    var url: URL { URL(fileURLWithPath: path, isDirectory: true) }
}

/// Tells a failure on standard error and ends the program with its exit code.
func failing<Result>(_ work: () throws -> Result) throws -> Result {
    do {
        return try work()
    } catch let error where error is ExitCode || error is ValidationError || error is CleanExit {
        throw error
    } catch {
        tell("banua-rebuild: \(error)")
        throw ExitCode(((error as? any Failure)?.kind ?? .internal).exitCode)
    }
}

/// Messages go to standard error; standard output is for results.
func tell(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
