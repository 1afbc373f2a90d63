/// The readers' wording.
extension ImportingError {
    // MARK: Files

    static func noSuchFile(_ path: String) -> Self {
        Self(.noFile, "There is no file '\(path)': check its name and folder.")
    }

    static func notAFile(_ path: String) -> Self {
        Self(.usage, "'\(path)' is not a file: name a file, or a folder with a manifest.json (a data package).")
    }

    static func unreadable(_ path: String, reason: String) -> Self {
        Self(.inputOutput, "'\(path)' cannot be read: \(reason).")
    }

    static func emptyFile(_ path: String) -> Self {
        Self(.data, "'\(path)' is empty: expected a row of headers and rows below it.")
    }

    // MARK: Text

    static func binary(_ path: String, line: Int) -> Self {
        Self(
            .data,
            "'\(path)' is not a text file: line \(line) holds a NUL byte. Save the list as CSV (UTF-8), or name its format with --format.")
    }

    static func unclosedQuote(_ path: String, line: Int) -> Self {
        Self(
            .data,
            "'\(path)' ends inside quotes: the quote opened on line \(line) is never closed. Close it, or double it if it is part of the text."
        )
    }

    static func recordTooLong(_ path: String, line: Int, limitBytes: Int) -> Self {
        Self(
            .data,
            "'\(path)' has a row longer than \(limitBytes >> 20) MiB, begun on line \(line): a quote there is probably opened and never closed."
        )
    }
}
