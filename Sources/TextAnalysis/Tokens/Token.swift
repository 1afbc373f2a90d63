/// A word as the index knows it, with the place it was read from.
///
///     Tokenizer.tokens(of: "Ba'Sasirangan")   // [Token(text: "basasirangan", range: 0..<13)]
package struct Token: Sendable, Hashable {
    /// Folded: lower case, without diacritics, letters and digits only.
    package let text: String
    /// UTF-8 offsets in the original text.
    package let range: Range<Int>

    package init(text: String, range: Range<Int>) {
        self.text = text
        self.range = range
    }
}
