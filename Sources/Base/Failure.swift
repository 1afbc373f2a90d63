/// The kind of an error.
///
/// It determines the exit code of a program and the status of an HTTP response.
package enum FailureKind: Sendable, Hashable, CaseIterable {
    /// The caller gave a wrong option, parameter or query.
    case usage
    /// A row, a file or the index is damaged or invalid.
    case data
    /// There is no such file, place or document.
    case noInput
    /// A bug in Banua.
    case `internal`
    /// The system could not read or write: no permission, full disk.
    case inputOutput
    /// Another process is working; trying again later may succeed.
    case busy

    /// The exit code, from sysexits.h.
    package var exitCode: Int32 {
        switch self {
        case .usage: 64
        case .data: 65
        case .noInput: 66
        case .internal: 70
        case .inputOutput: 74
        case .busy: 75
        }
    }
}

/// An error with a message for people: what happened, to which value, where, and what to do.
package protocol Failure: Error, Sendable, CustomStringConvertible {
    var kind: FailureKind { get }
    var message: String { get }
}

extension Failure {
    package var description: String { message }
}
