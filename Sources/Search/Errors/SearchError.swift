/// Why a search was not answered.
///
/// Every message says what happened, quotes the value, and says what to do.
public struct SearchError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        /// The request cannot be meant as it is.
        case usage
        /// The index is damaged or missing something it must have.
        case data
        /// A mistake in Banua.
        case `internal`
    }

    /// What went wrong, for programs.
    public enum Code: String, Sendable {
        case invalidValue = "invalid-value"
        case querySyntax = "query-syntax"
        case placeNotFound = "place-not-found"
        case placeAmbiguous = "place-ambiguous"
        case documentNotFound = "document-not-found"
        case cursorInvalid = "cursor-invalid"
        case cursorStale = "cursor-stale"
        case interrupted
        case indexDamaged = "index-damaged"
        case failure
    }

    public var kind: Kind
    public var code: Code
    public var message: String
    /// The name of the request's part, as the command line and the HTTP service spell it: `q`, `near`, `cursor`.
    public var parameter: String?
    /// Where in the question the problem begins, in Unicode scalars.
    public var offset: Int?
    /// The places an ambiguous name fits, or the nearest spellings of an unknown one.
    public var candidates: [ResolvedPlace] = []

    public var description: String { message }
}
