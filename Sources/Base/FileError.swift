import Foundation

/// The system refused to read or write a file.
package struct FileError: Failure, Hashable {
    package let kind: FailureKind
    package let message: String

    /// - Parameters:
    ///   - action: what was tried, as a verb: "open", "write".
    ///   - code: a value of `errno`.
    package static func system(_ action: String, _ path: String, code: CInt = errno) -> FileError {
        let reason = String(cString: strerror(code))
        let remedy = code == ENOSPC ? " Free some space and try again." : ""
        return FileError(kind: .inputOutput, message: "Cannot \(action) '\(path)': \(reason).\(remedy)")
    }
}
