/// A word as the index knows it, with the place it was read from.
///
///     Tokenizer.tokens(of: "Ba'Sasirangan")   // [Token(text: "basasirangan", range: 0..<13)]
public struct Token: Sendable, Hashable {
    /// Folded: lower case, without diacritics, letters and digits only.
    public let text: String
    /// UTF-8 offsets in the original text.
    public let range: Range<Int>

    public init(text: String, range: Range<Int>) {
        self.text = text
        self.range = range
    }
}
