/// What a person may be typing.
public struct Suggestion: Sendable, Hashable {
    public enum Kind: String, Sendable {
        case document, word, place
    }

    /// What to put into the search box.
    public var text: String
    public var kind: Kind
    /// What to show: a place with its regency, a document with its kind.
    public var label: String
    /// The document's id or the place's code; nil for a word.
    public var id: String?
}

/// Suggestions for a text, the most likely first.
public struct SuggestAnswer: Sendable {
    public var generation: String
    public var tookMilliseconds: Double
    public var text: String
    public var suggestions: [Suggestion]
}
