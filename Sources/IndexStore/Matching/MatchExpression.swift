import IndexDefinition

/// The MATCH expression of FTS5 for a request, and what each of its phrases means to the scorer.
///
/// Words stand in it between quotes and nothing else of a query does, so no text can become an operator.
///
///     must a (or b), should c        (("a" OR "b")) AND (("c") OR ("a" OR "b"))
///
/// Where some words are wanted and others only welcome, a wanted one is repeated beside the welcome ones, so that FTS5 looks for all of them
/// and insists on the wanted; the repetition is not scored.
/// Source: sqlite.org/fts5.html, 3. Full-text Query Syntax. Phrases are numbered in the order in which they are written.
struct MatchExpression {
    struct Phrase: Hashable {
        /// The clause it belongs to; nil where it is not scored.
        var clause: Int?
        var term: MatchTerm
    }

    private let clauses: [MatchClause]
    private(set) var text = ""
    private(set) var phrases: [Phrase] = []

    /// Nil where nothing can match because a wanted clause has no term.
    init?(_ clauses: [MatchClause]) throws {
        self.clauses = clauses
        let wanted = clauses.indices.filter { clauses[$0].occurrence == .must }
        let welcome = clauses.indices.filter { clauses[$0].occurrence == .should && clauses[$0].hasTerms }
        let unwanted = clauses.indices.filter { clauses[$0].occurrence == .mustNot && clauses[$0].hasTerms }
        guard clauses.contains(where: { $0.occurrence != .mustNot }) else { throw IndexStoreError.nothingWanted }
        guard wanted.allSatisfy({ clauses[$0].hasTerms }), let first = wanted.first ?? welcome.first else { return nil }
        text += "("
        append(wanted.isEmpty ? welcome : wanted, joinedBy: wanted.isEmpty ? " OR " : " AND ")
        text += ")"
        if !wanted.isEmpty, !welcome.isEmpty {
            text += " AND ("
            append(welcome, joinedBy: " OR ")
            text += " OR "
            append(first, isScored: false)
            text += ")"
        }
        guard !unwanted.isEmpty else { return }
        text = "(\(text)) NOT ("
        append(unwanted, joinedBy: " OR ", areScored: false)
        text += ")"
    }

    private mutating func append(_ indices: [Int], joinedBy operation: String, areScored: Bool = true) {
        for (position, index) in indices.enumerated() {
            if position > 0 { text += operation }
            append(index, isScored: areScored)
        }
    }

    private mutating func append(_ index: Int, isScored: Bool) {
        text += "("
        for (position, term) in clauses[index].terms.filter(\.isUsable).enumerated() {
            if position > 0 { text += " OR " }
            text += term.expression
            phrases.append(Phrase(clause: isScored ? index : nil, term: term))
        }
        text += ")"
    }
}

extension MatchClause {
    fileprivate var hasTerms: Bool { terms.contains(where: \.isUsable) }
}

extension MatchTerm {
    /// True for words that a token can be: not empty, without blanks, control characters and quotes, at which the index splits its text.
    fileprivate var isUsable: Bool {
        !words.isEmpty && words.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x7F } }
    }

    fileprivate var expression: String {
        let columns =
            fields.isEmpty ? "" : "{" + fields.sorted { $0.rawValue < $1.rawValue }.map(\.columnName).joined(separator: " ") + "} : "
        return columns + "\"" + words.joined(separator: " ") + "\"" + (isPrefix ? " *" : "")
    }
}
