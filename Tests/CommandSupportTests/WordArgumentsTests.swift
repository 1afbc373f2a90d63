import ArgumentParser
import Testing

@testable import CommandSupport

private struct Options: ParsableArguments {
    @Option var limit = 10
    @OptionGroup var data: DataOptions
}

private struct Command: ParsableCommand {
    @Argument(parsing: .allUnrecognized) var words: [String] = []
    @OptionGroup var options: Options

    func validate() throws {
        try WordArguments.check(words, options: Options.self)
    }
}

@Suite("Words of a command line")
struct WordArgumentsTests {
    @Test(
        "numbers below zero are words, and so is everything after --",
        arguments: [
            (["-3.4,114.8"], ["-3.4,114.8"]), (["tas", "-5kg"], ["tas", "-5kg"]), (["-.5", "-"], ["-.5", "-"]),
            (["tas", "--limit", "3", "purun"], ["tas", "purun"]), (["tas", "--", "-plastik"], ["tas", "-plastik"]),
            (["--", "-plastik", "--limit"], ["-plastik", "--limit"]), ([], []),
        ])
    func words(_ arguments: [String], _ words: [String]) throws {
        let command = try Command.parse(arguments)
        #expect(WordArguments.words(command.words) == words)
    }

    @Test("an unknown option is refused with the name that is near to it")
    func unknownOption() throws {
        let error = #expect(throws: (any Error).self) { try Command.parse(["purun", "--limti", "5"]) }
        let message = Command.message(for: try #require(error))
        #expect(message.contains("'--limti'"))
        #expect(message.contains("'--limit'"))
    }

    @Test("a word with a minus before it needs -- before it")
    func exclusion() {
        #expect(throws: (any Error).self) { try Command.parse(["-plastik"]) }
    }
}
