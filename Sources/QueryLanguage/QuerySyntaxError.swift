import Base

/// A question that cannot be meant as typed, with the place in it.
///
/// Every message says what is wrong, at which character (the first is 1), and what to type instead.
package struct QuerySyntaxError: Failure, Hashable {
    package enum Problem: Hashable, Sendable {
        case tooLong(length: Int, limit: Int)
        case fieldWithoutWord(field: String)
        case onlyExclusions(text: String)
    }

    package var problem: Problem
    /// Where the problem begins, in Unicode scalars from the start of the text.
    package var offset: Int

    package var kind: FailureKind { .usage }

    package var message: String {
        switch problem {
        case .tooLong(let length, let limit):
            "The question is \(length) characters long and at most \(limit) are read: shorten it."
        case .fieldWithoutWord(let field):
            "Nothing follows '\(field):' at character \(offset + 1): write the word right after the colon, \(field):dodol, or leave the colon out."
        case .onlyExclusions(let text):
            "The question only says what to leave out ('\(text)' at character \(offset + 1)): add a word to search for."
        }
    }
}
