import Base

/// Why a search was not answered.
///
/// Every message says what happened, quotes the value, and says what to do.
package struct SearchError: Failure, Hashable {
    /// What went wrong, for programs.
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
    /// Where in the question the problem begins, in Unicode scalars.
    package var offset: Int?
    /// The places an ambiguous name fits, or the nearest spellings of an unknown one.
    package var candidates: [ResolvedPlace] = []

}
