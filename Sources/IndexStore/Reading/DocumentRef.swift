/// A document of an open generation.
///
/// It means nothing in another generation.
package struct DocumentRef: Sendable, Hashable {
    /// Ascends with the id; counts from 0.
    let ordinal: Int

    init(ordinal: Int) {
        self.ordinal = ordinal
    }

    /// The reference as a number that a cursor carries.
    package var cursorValue: UInt64 { UInt64(ordinal) }

    /// The reference that a cursor carries; nil if it cannot be one.
    package init?(cursorValue: UInt64) {
        guard let ordinal = Int(exactly: cursorValue) else { return nil }
        self.ordinal = ordinal
    }
}
