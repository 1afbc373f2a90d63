import ArgumentParser
import Testing

@testable import CommandSupport

private struct Options: ParsableArguments {
    @Option var limit = 10
    @OptionGroup var data: DataOptions
}

@Suite("Words of a command line")
struct WordArgumentsTests {
    @Test("numbers below zero are words", arguments: ["-3.4,114.8", "-5kg", "-.5", "purun", "-", "3"])
    func words(_ word: String) throws {
        try WordArguments.check([word], options: Options.self)
    }

    @Test("an unknown option is refused with the name that is near to it")
    func unknownOption() {
        let error = #expect(throws: ValidationError.self) {
            try WordArguments.check(["purun", "--limti"], options: Options.self)
        }
        #expect(error?.message.contains("'--limti'") == true)
        #expect(error?.message.contains("'--limit'") == true)
    }

    @Test("a word after a minus is no word")
    func exclusion() {
        #expect(throws: ValidationError.self) { try WordArguments.check(["-plastik"], options: Options.self) }
    }
}
