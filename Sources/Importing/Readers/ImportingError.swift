import Base

/// What can go wrong in an import, for a person to read: what happened, the value, where, and what to do.
package struct ImportingError: Failure, Equatable {
    package var kind: FailureKind
    package var message: String

    package init(_ kind: FailureKind, _ message: String) {
        self.kind = kind
        self.message = message
    }

}
