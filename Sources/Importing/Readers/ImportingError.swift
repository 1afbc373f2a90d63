/// What can go wrong in an import, for a person to read: what happened, the value, where, and what to do.
public struct ImportingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Whose mistake it is; the command line makes its exit status from it.
    public enum Kind: Sendable, Equatable {
        /// The caller's: a wrong option (exit 64).
        case usage
        /// The file's or a row's (exit 65).
        case data
        /// There is no such file (exit 66).
        case noFile
        /// Reading or writing failed (exit 74).
        case inputOutput
        /// A bug (exit 70).
        case `internal`
    }

    public var kind: Kind
    public var message: String

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    public var description: String { message }
}
