/// A word, number or sign of a question from which conditions are read.
///
/// A piece may be a part of a token: "50rb" is the number 50 and the word "rb".
struct FactPiece: Hashable {
    enum Content: Hashable {
        case word
        /// A number; `isPlain` if it has digits only.
        case number(Double, isPlain: Bool)
        /// Digits that are no number, such as those of a code.
        case code
        case sign
    }

    var content: Content
    /// The folded word, or the number or sign as typed.
    var text: String
    /// The indices of its tokens in `Question.words`; empty for a sign between them.
    var words: Range<Int>
    /// The position in the text of the question, in Unicode scalars.
    var range: Range<Int>
}
