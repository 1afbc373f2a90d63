/// One way to read a question: the place it names, and what its other words are looked for as.
package struct Understanding: Sendable, Hashable {
    package struct Word: Sendable, Hashable {
        package var typed: String
        /// Terms of the index, the surest first; those of several words are phrases.
        package var terms: [String]
    }

    /// Nil where no place is read, or one that is not sure.
    package var place: ResolvedPlace?
    package var words: [Word]
}
