import ArgumentParser
import Foundation
import IndexStore
import Search

/// Turns what went wrong into a message on standard error and the exit status that scripts rely on.
enum CommandFailure {
    static let noInput = ExitCode(66)
    static let dataError = ExitCode(65)
    static let softwareError = ExitCode(70)
    static let inputOutputError = ExitCode(74)
    static let temporaryFailure = ExitCode(75)

    /// Runs the body of a command.
    static func reporting(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch {
            if let code = exitCode(for: error) {
                Terminal.say("banua: \(error)")
                throw code
            }
            throw error
        }
    }

    /// nil for an error that ArgumentParser words itself.
    private static func exitCode(for error: any Error) -> ExitCode? {
        switch error {
        case let error as SearchError: exitCode(forSearch: error)
        case let error as IndexStoreError:
            switch error.kind {
            case .usage: .validationFailure
            case .data: dataError
            case .noFile: noInput
            case .internal: softwareError
            case .inputOutput: inputOutputError
            case .busy: temporaryFailure
            }
        case is OutputError: inputOutputError
        default: nil
        }
    }

    private static func exitCode(forSearch error: SearchError) -> ExitCode {
        switch error.code {
        case .placeNotFound, .placeAmbiguous, .documentNotFound: noInput
        case .interrupted: temporaryFailure
        default:
            switch error.kind {
            case .usage: .validationFailure
            case .data: dataError
            case .internal: softwareError
            }
        }
    }
}
