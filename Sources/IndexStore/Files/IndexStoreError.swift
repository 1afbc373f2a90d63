/// A failure of the index on disk: what happened, where, and what to do about it.
public struct IndexStoreError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        /// The caller asked for something that cannot be.
        case usage
        /// A file of the index is damaged, missing or of another version.
        case data
        /// There is no index, or no generation of that name, where one was looked for.
        case noFile
        /// A bug of ours.
        case `internal`
        /// The system could not read or write (a full disk, too).
        case inputOutput
        /// Another process is at work; asking again later may do.
        case busy
    }

    public let kind: Kind
    public let message: String

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    public var description: String { message }
}
