import Base

/// A query that cannot be parsed, with the position of the error.
///
/// Messages tell what is wrong, at which character (from 1), and what to type instead.
package struct QuerySyntaxError: Failure, Hashable {
    /// The kinds of syntax errors.
    package enum Problem: Hashable, Sendable {
        case tooLong(length: Int, limit: Int)
        case fieldWithoutWord(field: String)
        case onlyExclusions(text: String)
    }

    package var problem: Problem
    /// The position of the error, in Unicode scalars from the start of the text.
    package var offset: Int

    package var kind: FailureKind { .usage }

    package var message: String {
        switch problem {
        case .tooLong(let length, let limit):
            "The question is \(length) characters long and at most \(limit) are read: shorten it."
        case .fieldWithoutWord(let field):
            "Nothing follows '\(field):' at character \(offset + 1): write the word right after the colon, "
                + "\(field):dodol, or leave the colon out."
        case .onlyExclusions(let text):
            "The question only says what to leave out ('\(text)' at character \(offset + 1)): add a word to search for."
        }
    }
}
