import Base
import Foundation

/// Standard output could not be written to.
struct OutputError: Failure {
    let kind = FailureKind.inputOutput
    var reason: String
    var message: String { "The result cannot be written to standard output: \(reason). Is the disk full?" }
}

/// What is known about the terminal, and writing to it.
enum Terminal {
    /// True where results go to a person's terminal that shows colours and NO_COLOR does not forbid them
    /// (no-color.org).
    static let usesColour: Bool = {
        let environment = ProcessInfo.processInfo.environment
        return isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }()

    /// Writes a result to standard output.
    static func write(_ bytes: [UInt8]) throws(OutputError) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(bytes))
        } catch {
            throw OutputError(reason: error.localizedDescription)
        }
    }

    static func write(_ text: String) throws(OutputError) {
        try write(Array(text.utf8))
    }

    /// A message to the person, on standard error.
    static func say(_ message: String) {
        // Nobody is left to tell where standard error cannot be written to.
        try? FileHandle.standardError.write(contentsOf: Data((message + "\n").utf8))
    }
}

/// A way of showing text on a terminal.
enum Style: String {
    case bold = "1"
    case dim = "2"
    case yellow = "1;33"
    case cyan = "36"

    func applied(to text: String) -> String {
        Terminal.usesColour && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
    }
}
