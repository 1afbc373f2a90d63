/// A term of the index.
package struct IndexTerm: Sendable, Hashable {
    package let text: String
    /// The number of documents that have it.
    package let documentCount: Int
    /// How far it is from the word that was asked about, in hundredths of an edit; 0 if no word was.
    package var cost = 0
}
