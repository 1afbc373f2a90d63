import Base

/// An error of a search.
///
/// Each message says what happened, to which value, and what to do.
package struct SearchError: Failure, Hashable {
    /// The cause, for programs.
    package enum Code: String, Sendable {
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

    package var kind: FailureKind
    package var code: Code
    package var message: String
    /// The name of the request's part, as the command line and the HTTP service spell it: `q`, `near`, `cursor`.
    package var parameter: String?
    /// The offset of the problem in the query, in Unicode scalars.
    package var offset: Int?
    /// The places of an ambiguous name, or similar names for an unknown one.
    package var candidates: [ResolvedPlace] = []

}
