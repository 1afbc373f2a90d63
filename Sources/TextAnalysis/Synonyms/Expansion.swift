/// What some words of a question may also be called.
public struct Expansion: Sendable, Equatable {
    /// The words of the question, as indices of its tokens.
    public let span: Range<Int>
    /// Best first, without the words themselves.
    public let alternatives: [Alternative]
}

/// Other words for the same thing.
public struct Alternative: Sendable, Equatable {
    /// One token, or several that stand together.
    public let phrase: [String]
    /// How surely it means the same: above 0, at most 1.
    public let weight: Double
    /// The language that makes the connection.
    public let language: Language
    /// The words of the question that this stands for.
    public let typed: String

    /// For people: `wadai: kue`.
    public var reason: String { "\(typed): \(phrase.joined(separator: " "))" }
}
