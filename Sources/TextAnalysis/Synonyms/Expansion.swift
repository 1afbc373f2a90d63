/// What some words of a question may also be called.
package struct Expansion: Sendable, Equatable {
    /// The words of the question, as indices of its tokens.
    package let span: Range<Int>
    /// Best first, without the words themselves.
    package let alternatives: [Alternative]
}

/// Other words for the same thing.
package struct Alternative: Sendable, Equatable {
    /// One token, or several that stand together.
    package let phrase: [String]
    /// How surely it means the same: above 0, at most 1.
    package let weight: Double
    /// The language that makes the connection.
    package let language: Language
    /// The words of the question that this stands for.
    package let typed: String

    /// For people: `wadai: kue`.
    package var reason: String { "\(typed): \(phrase.joined(separator: " "))" }
}
