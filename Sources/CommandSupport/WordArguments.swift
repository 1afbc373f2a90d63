import ArgumentParser

/// Words of a command line among which a number below zero, such as a southern latitude, is a word and not an option.
///
/// ArgumentParser takes every argument that begins with a minus for an option. A command that declares its words as
/// `@Argument(parsing: .allUnrecognized)` gets them all: words, mistyped options, `--`, and the words after it.
package enum WordArguments {
    /// The words, without the `--` before those that may begin with a minus.
    package static func words(_ arguments: [String]) -> [String] {
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        return Array(arguments[..<end] + arguments[end...].dropFirst())
    }

    /// Refuses arguments before `--` that look like options.
    ///
    /// - Throws: `ValidationError` with the message of ArgumentParser for an unknown option.
    package static func check<Options: ParsableArguments>(_ arguments: [String], options: Options.Type) throws {
        for word in arguments.prefix(while: { $0 != "--" }) where looksLikeOption(word) {
            do {
                _ = try options.parse([word])
            } catch {
                throw ValidationError(options.message(for: error))
            }
        }
    }

    private static func looksLikeOption(_ word: String) -> Bool {
        guard word.first == "-", let second = word.dropFirst().first else { return false }
        return !second.isNumber && second != "."
    }
}
