/// One way to read a question: the place it names, and what its other words are looked for as.
public struct Understanding: Sendable, Hashable {
    public struct Word: Sendable, Hashable {
        public var typed: String
        /// Terms of the index, the surest first; those of several words are phrases.
        public var terms: [String]
    }

    /// Nil where no place is read, or one that is not sure.
    public var place: ResolvedPlace?
    public var words: [Word]
}
