import Foundation

/// The system refused to read or write a file.
package struct FileError: Failure, Hashable {
    package let kind: FailureKind
    package let message: String

    /// An error of a system call.
    ///
    /// - Parameters:
    ///   - action: The operation that failed, as a verb: "open", "write".
    ///   - path: The file.
    ///   - code: A value of `errno`.
    /// - Returns: The error with the reason of the system.
    package static func system(_ action: String, _ path: String, code: CInt = errno) -> FileError {
        let reason = String(cString: strerror(code))
        let remedy = code == ENOSPC ? " Free some space and try again." : ""
        return FileError(kind: .inputOutput, message: "Cannot \(action) '\(path)': \(reason).\(remedy)")
    }
}
