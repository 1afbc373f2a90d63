import Base

/// An error of an import.
package struct ImportingError: Failure, Equatable {
    package var kind: FailureKind
    package var message: String

    package init(_ kind: FailureKind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}
