import Base

/// A failure of the index on disk: what happened, where, and what to do about it.
package struct IndexStoreError: Failure, Hashable {
    package let kind: FailureKind
    package let message: String

    package init(_ kind: FailureKind, _ message: String) {
        self.kind = kind
        self.message = message
    }

}
