/// Parses a query of words, "phrases", -exclusions, prefixes* and field:words.
///
/// All other text is plain words.
///
///     try QueryParser(fields: ["name"]).parse("name:dodol kandang*")
///     // clauses: word dodol in the field name, prefix kandang
///
/// The rules, applied from left to right:
/// 1. A double quote (straight or curly) opens a phrase if another quote follows, with a letter or digit between them.
///    Any other quote counts as white space, so stray quotes never fail.
/// 2. A minus at the beginning of a word, phrase or field excludes it. Any other minus is plain text.
/// 3. The name of a known field and a colon restrict the following word or phrase to that field. An unknown name and
///    its colon are plain text.
/// 4. A star directly after two letters or digits makes a prefix. Any other star is plain text.
/// A text without a letter or digit gives an empty query. Clauses never contain syntax of another query language.
package struct QueryParser: Sendable {
    /// The maximum length of a query in Unicode scalars.
    package static let maximumLength = 512

    /// The field names that queries may use, in lower case.
    package var fields: Set<String>

    /// Creates a parser that knows the given field names.
    package init(fields: Set<String> = []) {
        self.fields = fields
    }

    /// Parses a query.
    ///
    /// - Throws: `QuerySyntaxError` for a text over 512 characters, a field with nothing after its colon, and a query
    ///   that only has exclusions.
    /// - Complexity: O(n), except that each unclosed quote searches for its end once.
    package func parse(_ text: String) throws(QuerySyntaxError) -> Query {
        let length = text.unicodeScalars.count
        guard length <= Self.maximumLength else {
            throw QuerySyntaxError(
                problem: .tooLong(length: length, limit: Self.maximumLength), offset: Self.maximumLength)
        }
        var reader = ClauseReader(scalars: Array(text.unicodeScalars), fields: fields)
        var clauses: [Clause] = []
        while let clause = try reader.next() {
            clauses.append(clause)
        }
        if let first = clauses.first, clauses.allSatisfy(\.isExcluded) {
            throw QuerySyntaxError(problem: .onlyExclusions(text: first.description), offset: first.range.lowerBound)
        }
        return Query(clauses: clauses)
    }
}
