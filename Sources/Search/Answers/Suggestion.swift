import IndexDefinition

/// What a person may be typing.
package struct Suggestion: Sendable, Hashable {
    package enum Kind: String, Sendable {
        case document, word, place
    }

    /// What to put into the search box.
    package var text: String
    package var kind: Kind
    /// What to show: a place or document with where it lies, or with its id if an id is typed.
    package var label: String
    /// The document's id or the place's code; nil for a word, and for a name that several documents have.
    package var id: String?
    /// The collection of the document: "products"; nil if it is none.
    package var collection: String?
}

/// Suggestions for a text, the most likely first.
package struct SuggestAnswer: Sendable {
    package var generation: String
    package var tookMilliseconds: Double
    package var text: String
    package var suggestions: [Suggestion]
}
