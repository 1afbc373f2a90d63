import ArgumentParser
import Base

/// Reports an error on standard error and ends the program with the exit code of its kind.
enum CommandFailure {
    /// Runs the body of a command.
    ///
    /// - Throws: `ExitCode` for an error of ours; an error of ArgumentParser as it is.
    static func reporting<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as any Failure {
            throw exitCode(reporting: error)
        }
    }

    /// Says what happened, and returns the exit code for it.
    static func exitCode(reporting error: any Failure) -> ExitCode {
        Terminal.say("banua: \(error.message)")
        return ExitCode(error.kind.exitCode)
    }
}
