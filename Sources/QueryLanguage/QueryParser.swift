/// Reads a typed question, its words, "phrases", -exclusions, prefixes* and field:words, and takes everything else as
/// plain text.
///
///     try QueryParser(fields: ["name"]).parse("name:dodol kandang*")
///     // clauses: word dodol in the field name, prefix kandang
///
/// The rules, in order, from left to right:
/// 1. a double quote (straight or curly) opens a phrase where another quote and a letter or digit follow, and that
///    other quote closes it; any other quote counts as white space, so that stray quotes never fail;
/// 2. a minus at the beginning of a word, phrase or field excludes it; a minus that stands alone or inside a word is
///    plain;
/// 3. a known field's name and a colon hold what follows at once to that field; an unknown name and its colon are plain
///    text;
/// 4. a star right after two letters or digits makes a prefix; any other star is plain.
///
/// Text without a letter or digit asks for nothing. No text is ever handed on as an expression of another language.
package struct QueryParser: Sendable {
    /// The most characters (Unicode scalars) read.
    package static let maximumLength = 512

    package var fields: Set<String>

    package init(fields: Set<String> = []) {
        self.fields = fields
    }

    /// Throws: QuerySyntaxError for a text over 512 characters, a field with nothing after its colon, and a question of
    /// exclusions only.
    ///
    /// Complexity: linear in the text, but for unclosed quotes, each of which looks for its end once.
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
