/// The synonyms of a run of query tokens.
package struct Expansion: Sendable, Equatable {
    /// The run, as indices of the tokens.
    package let span: Range<Int>
    /// The synonyms, best first, without the run itself.
    package let alternatives: [Alternative]
}

/// A synonym.
package struct Alternative: Sendable, Equatable {
    /// One token, or several that form a phrase.
    package let phrase: [String]
    /// How reliable the synonym is: above 0, at most 1.
    package let weight: Double
    /// The language of the table that has the synonym.
    package let language: Language
    /// The query words that it replaces.
    package let typed: String

    /// A text for people: `wadai: kue`.
    package var reason: String { "\(typed): \(phrase.joined(separator: " "))" }
}
