/// A completion of a text that a person types.
package struct Suggestion: Sendable, Hashable {
    package enum Kind: String, Sendable {
        case document, word, place
    }

    /// The text for the search box.
    package var text: String
    package var kind: Kind
    /// The text to show: a place with its regency, a document with its kind.
    package var label: String
    /// The document's id or the place's code; nil for a word.
    package var id: String?
}

/// Suggestions for a text, the most likely first.
package struct SuggestAnswer: Sendable {
    package var generation: String
    package var tookMilliseconds: Double
    package var text: String
    package var suggestions: [Suggestion]
}
