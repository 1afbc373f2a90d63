/// What a question was taken to mean, so that a person can see it and undo it.
package struct QueryReading: Sendable, Hashable {
    /// Which documents the words let in.
    package enum Matching: String, Sendable {
        /// Those that have every word.
        case all
        /// Few documents or none have every word: those that have the most come first.
        case some
        /// There are no words.
        case none
    }

    /// The question as typed.
    package var text: String
    /// The words searched for, once places are taken out.
    package var keywords: String
    /// The place distances are measured from.
    package var near: ResolvedPlace?
    /// The regions the answer is held to, by a filter or by the question.
    package var within: [ResolvedPlace] = []
    /// The words of the question that were read as a place; nil where none were.
    package var placeWords: String?
    package var radiusMetres: Double?
    package var matching = Matching.none
    /// How many documents have every word.
    package var documentsWithAllWords = 0
    /// What was searched instead of the keywords, where they find nothing as they are spelled.
    package var corrected: String?
    /// Other questions the person may have meant.
    package var didYouMean: [String] = []
    package var isLiteral = false
    /// The interpretations considered, in the order of the decisions; empty unless an explanation is wanted.
    package var interpretations: [ConsideredInterpretation] = []
}
