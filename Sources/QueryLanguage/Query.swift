/// What a typed question asks for, clause by clause, in the order typed.
///
///     try QueryParser().parse(#"tas "purun danau" -plastik"#).description     // tas "purun danau" -plastik
///
/// Shape: at least one clause that is not excluded, or no clause at all where the text holds nothing to search for.
package struct Query: Hashable, Sendable {
    package var clauses: [Clause]

    package init(clauses: [Clause] = []) {
        self.clauses = clauses
    }

    package var isEmpty: Bool { clauses.isEmpty }
}

extension Query: CustomStringConvertible {
    /// The query written back: parsing it gives the same clauses.
    package var description: String { clauses.map(\.description).joined(separator: " ") }
}

/// One wanted or excluded part of a query.
package struct Clause: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case word(String)
        case prefix(String)
        case phrase(String)
    }

    package var content: Content
    /// The field the clause is held to, in lower case, one of the parser's fields; nil searches all.
    package var field: String?
    package var isExcluded: Bool
    /// Where the clause stands in the text, in Unicode scalars from its start.
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

    /// True where the same is asked for, wherever it stands.
    package func asksTheSame(as other: Clause) -> Bool {
        content == other.content && field == other.field && isExcluded == other.isExcluded
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
