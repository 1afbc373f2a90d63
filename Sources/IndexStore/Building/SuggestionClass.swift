import IndexDefinition

/// The kinds of text that suggestions complete.
///
/// The raw value is the column `class` of the table `suggestions`.
enum SuggestionClass: Int, CaseIterable {
    case word, document, place

    /// The kind of a suggestion that is a word or a phrase.
    static let wordKind = "word"

    init(kind: String) {
        if kind == Self.wordKind {
            self = .word
        } else if let kind = DocumentKind(rawValue: kind), kind != .village {
            self = .document
        } else {
            self = .place
        }
    }
}
