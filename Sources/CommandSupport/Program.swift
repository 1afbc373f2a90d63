import ArgumentParser
import Base
import IndexDefinition

/// One of our programs: its name stands before every message about an error.
package struct Program: Sendable {
    package let name: String

    package init(name: String) {
        self.name = name
    }

    /// Runs the body of a command, and reports its failure on standard error.
    ///
    /// - Throws: `ExitCode` for a failure of ours; errors of ArgumentParser unchanged.
    package func reporting<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let failure as any Failure {
            throw exitCode(reporting: failure)
        }
    }

    /// Runs the body of a command that waits, and reports its failure on standard error.
    ///
    /// - Throws: as `reporting`.
    package func reportingAsync<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let failure as any Failure {
            throw exitCode(reporting: failure)
        }
    }

    private func exitCode(reporting failure: any Failure) -> ExitCode {
        Terminal.say("\(name): \(failure.message)")
        return ExitCode(failure.kind.exitCode)
    }
}

/// A failure that a command finds itself.
package struct CommandFailure: Failure {
    package let kind: FailureKind
    package let message: String

    package init(kind: FailureKind, message: String) {
        self.kind = kind
        self.message = message
    }
}
