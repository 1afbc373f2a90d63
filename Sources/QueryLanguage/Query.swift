/// A parsed search query: its clauses in the order of the text.
///
///     try QueryParser().parse(#"tas "purun danau" -plastik"#).description     // tas "purun danau" -plastik
///
/// Shape: at least one clause that is not excluded, or no clauses if the text has nothing to search for.
package struct Query: Hashable, Sendable {
    package var clauses: [Clause]

    package init(clauses: [Clause] = []) {
        self.clauses = clauses
    }

    /// Whether the query has nothing to search for.
    package var isEmpty: Bool { clauses.isEmpty }
}

extension Query: CustomStringConvertible {
    /// The query as text.
    ///
    /// Parsing it gives the same clauses.
    package var description: String { clauses.map(\.description).joined(separator: " ") }
}

/// A required or excluded part of a query.
package struct Clause: Hashable, Sendable {
    /// What the clause searches for.
    package enum Content: Hashable, Sendable {
        case word(String)
        case prefix(String)
        case phrase(String)
    }

    package var content: Content
    /// The field to search, in lower case; one of the fields of the parser.
    ///
    /// Nil searches all fields.
    package var field: String?
    /// Whether matching documents are excluded.
    package var isExcluded: Bool
    /// The position in the text, in Unicode scalars.
    package var range: Range<Int>

    package init(_ content: Content, field: String? = nil, isExcluded: Bool = false, range: Range<Int> = 0..<0) {
        self.content = content
        self.field = field
        self.isExcluded = isExcluded
        self.range = range
    }

    /// The words as typed, without operators.
    package var text: String {
        switch content {
        case .word(let text), .prefix(let text), .phrase(let text): text
        }
    }
}

extension Clause: CustomStringConvertible {
    package var description: String {
        let written =
            switch content {
            case .word(let text): text
            case .prefix(let text): text + "*"
            case .phrase(let text): "\"" + text + "\""
            }
        return (isExcluded ? "-" : "") + (field.map { $0 + ":" } ?? "") + written
    }
}
