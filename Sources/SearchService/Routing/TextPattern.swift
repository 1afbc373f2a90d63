import Foundation

/// A regular expression that matches a whole text.
///
/// It is compiled once, when the route table is made.
struct TextPattern: Sendable {
    /// The expression, anchored at both ends.
    ///
    /// JavaScript reads it too, as OpenAPI asks.
    let source: String
    private let expression: NSRegularExpression?

    /// A pattern that does not compile matches no text.
    ///
    /// A test checks that every pattern of the route table compiles.
    init(_ pattern: String) {
        source = "^(?:\(pattern))$"
        expression = try? NSRegularExpression(pattern: source)
    }

    var isValid: Bool { expression != nil }

    func matches(_ text: String) -> Bool {
        expression?.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    }
}
