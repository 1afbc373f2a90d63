import ArgumentParser

/// Words of a command line among which a number below zero, such as a southern latitude, is a word and not an option.
///
/// ArgumentParser takes every argument that begins with a minus for an option. A command that declares its words as
/// `@Argument(parsing: .allUnrecognized)` gets them, and mistyped options too. This tells them apart.
package enum WordArguments {
    /// Refuses the options among the words that no option of the command matches.
    ///
    /// - Throws: `ValidationError` with the message of ArgumentParser for an unknown option.
    package static func check<Options: ParsableArguments>(_ words: [String], options: Options.Type) throws {
        for word in words where looksLikeOption(word) {
            do {
                _ = try options.parse([word])
            } catch {
                throw ValidationError(options.message(for: error))
            }
        }
    }

    static func looksLikeOption(_ word: String) -> Bool {
        guard word.first == "-", let second = word.dropFirst().first else { return false }
        return !second.isNumber && second != "."
    }
}
