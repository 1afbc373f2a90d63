/// One way to read a query: its place, and the terms for its other words.
package struct Understanding: Sendable, Hashable {
    package struct Word: Sendable, Hashable {
        package var typed: String
        /// Terms of the index, the surest first.
        ///
        /// A term of several words is a phrase.
        package var terms: [String]
    }

    /// Nil if there is no place, or no sure one.
    package var place: ResolvedPlace?
    package var words: [Word]
}
