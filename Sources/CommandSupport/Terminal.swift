import Base
import Foundation

/// Standard output cannot be written to.
package struct OutputError: Failure {
    package let kind = FailureKind.inputOutput
    var reason: String
    package var message: String { "The result cannot be written to standard output: \(reason). Is the disk full?" }
}

/// Properties of the terminal, and writing to it.
package enum Terminal {
    /// Standard output is a terminal that shows colours, and NO_COLOR does not forbid them (no-color.org).
    package static let usesColour: Bool = {
        let environment = ProcessInfo.processInfo.environment
        return isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }()

    /// Standard error is a terminal whose lines can be rewritten.
    package static let isInteractive =
        isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"

    /// Columns of the terminal of standard error; 80 if it does not say.
    package static var width: Int {
        var size = winsize()
        return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20 ? Int(size.ws_col) : 80
    }

    /// Writes a result to standard output.
    package static func write(_ bytes: [UInt8]) throws(OutputError) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(bytes))
        } catch {
            throw OutputError(reason: error.localizedDescription)
        }
    }

    package static func write(_ text: String) throws(OutputError) {
        try write(Array(text.utf8))
    }

    /// Writes a message for the person to standard error.
    package static func say(_ message: String) {
        sayPart(message + "\n")
    }

    /// Writes to standard error without ending the line.
    package static func sayPart(_ text: String) {
        // If standard error cannot be written to, nobody can be told.
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}

/// A style of text on a terminal.
package enum Style: String {
    case bold = "1"
    case dim = "2"
    case yellow = "1;33"
    case cyan = "36"

    package func applied(to text: String) -> String {
        Terminal.usesColour && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
    }
}
