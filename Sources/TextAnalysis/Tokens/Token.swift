/// A word in its indexed form, with its position in the text.
///
///     Tokenizer.tokens(of: "Ba'Sasirangan")   // [Token(text: "basasirangan", range: 0..<13)]
package struct Token: Sendable, Hashable {
    /// The folded word: lower case, without diacritics, only letters and digits.
    package let text: String
    /// The position, as UTF-8 offsets in the text.
    package let range: Range<Int>

    package init(text: String, range: Range<Int>) {
        self.text = text
        self.range = range
    }
}
