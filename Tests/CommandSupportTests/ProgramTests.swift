import ArgumentParser
import Base
import Foundation
import Testing

@testable import CommandSupport

@Suite("Programs")
struct ProgramTests {
    private let program = Program(name: "banua-test")

    @Test("a failure ends with the exit code of its kind", arguments: FailureKind.allCases)
    func exitCodes(_ kind: FailureKind) {
        let exit = #expect(throws: ExitCode.self) {
            try program.reporting { throw CommandFailure(kind: kind, message: "The test failed on purpose.") }
        }
        #expect(exit?.rawValue == kind.exitCode)
    }

    @Test("errors of the argument parser pass")
    func otherErrors() {
        #expect(throws: ValidationError.self) { try program.reporting { throw ValidationError("wrong") } }
    }

    @Test("the version option prints the release and the definition")
    func version() throws {
        let error = #expect(throws: (any Error).self) { try VersionOption.parse(["--version"]) }
        let text = try VersionOption.message(for: #require(error))
        #expect(text.hasPrefix("\(VersionOption.release) (index definition "))
        #expect(VersionOption.exitCode(for: try #require(error)) == .success)
    }

    @Test("the data directory is that of the option")
    func data() throws {
        #expect(try DataOptions.parse(["--data", "/tmp/somewhere"]).directory.path == "/tmp/somewhere")
    }
}
