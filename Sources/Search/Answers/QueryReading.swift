/// What a question was taken to mean, so that a person can see it and undo it.
public struct QueryReading: Sendable, Hashable {
    /// Which documents the words let in.
    public enum Matching: String, Sendable {
        /// Those that have every word.
        case all
        /// Few documents or none have every word: those that have the most come first.
        case some
        /// There are no words.
        case none
    }

    /// The question as typed.
    public var text: String
    /// The words searched for, once places are taken out.
    public var keywords: String
    /// The place distances are measured from.
    public var near: ResolvedPlace?
    /// The regions the answer is held to, by a filter or by the question.
    public var within: [ResolvedPlace] = []
    /// The words of the question that were read as a place; nil where none were.
    public var placeWords: String?
    public var radiusMetres: Double?
    public var matching = Matching.none
    /// How many documents have every word.
    public var documentsWithAllWords = 0
    /// What was searched instead of the keywords, where they find nothing as they are spelled.
    public var corrected: String?
    /// Other questions the person may have meant.
    public var didYouMean: [String] = []
    public var isLiteral = false
}
