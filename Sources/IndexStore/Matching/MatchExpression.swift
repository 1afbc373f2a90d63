import IndexDefinition

/// The MATCH expression of FTS5 for a request, and what each of its phrases means to the scorer.
///
/// The words of a query stand between quotes, so no text of a user can become an operator.
///
///     must a (or b), should c, mustNot d        (("a" OR "b")) AND (("c") OR ("d") OR ("a" OR "b"))
///
/// FTS5 must report optional, boosting and excluded terms, but must not require them. So they are joined by OR with a
/// repeat of the required part, and the repeat is not scored. The scorer refuses excluded terms. NOT cannot be used: FTS5
/// (3.40) loses the positions of words in an AND that is not the outermost operation (fts5ExprNodeTest_AND clears those
/// of children that are ahead). FTS5 numbers phrases in the order in which they are written. Source:
/// sqlite.org/fts5.html, 3. Full-text Query Syntax.
struct MatchExpression {
    enum Role: Hashable {
        case scored(clause: Int)
        case unwanted
        case repeated
    }

    struct Phrase: Hashable {
        var role: Role
        var term: MatchTerm
    }

    private let clauses: [MatchClause]
    private(set) var text = ""
    private(set) var phrases: [Phrase] = []

    /// Nil if nothing can match because a wanted clause has no term.
    init?(_ clauses: [MatchClause]) throws {
        self.clauses = clauses
        let musts = clauses.indices.filter { clauses[$0].occurrence == .must }
        let filters = clauses.indices.filter { clauses[$0].occurrence == .filter }
        let welcome = clauses.indices.filter { clauses[$0].occurrence == .should && clauses[$0].hasTerms }
        let boosts = clauses.indices.filter { clauses[$0].occurrence == .boost && clauses[$0].hasTerms }
        let unwanted = clauses.indices.filter { clauses[$0].occurrence == .mustNot && clauses[$0].hasTerms }
        guard clauses.contains(where: { $0.occurrence == .must || $0.occurrence == .should }) else {
            throw IndexStoreError.nothingWanted
        }
        guard (musts + filters).allSatisfy({ clauses[$0].hasTerms }), !musts.isEmpty || !welcome.isEmpty else {
            return nil
        }
        text += "("
        append(musts, joinedBy: " AND ") { .scored(clause: $0) }
        text += musts.isEmpty || filters.isEmpty ? "" : " AND "
        append(filters, joinedBy: " AND ") { _ in .repeated }
        if musts.isEmpty {
            text += filters.isEmpty ? "" : " AND ("
            append(welcome, joinedBy: " OR ") { .scored(clause: $0) }
            text += filters.isEmpty ? "" : ")"
        }
        text += ")"
        let others = (musts.isEmpty ? [] : welcome) + boosts
        guard !others.isEmpty || !unwanted.isEmpty else { return }
        text += " AND ("
        append(others, joinedBy: " OR ") { .scored(clause: $0) }
        text += others.isEmpty || unwanted.isEmpty ? "" : " OR "
        append(unwanted, joinedBy: " OR ") { _ in .unwanted }
        text += " OR "
        append((musts + filters).first.map { [$0] } ?? welcome, joinedBy: " OR ") { _ in .repeated }
        text += ")"
    }

    private mutating func append(_ indices: [Int], joinedBy operation: String, role: (Int) -> Role) {
        for (position, index) in indices.enumerated() {
            if position > 0 { text += operation }
            append(index, role(index))
        }
    }

    private mutating func append(_ index: Int, _ role: Role) {
        text += "("
        for (position, term) in clauses[index].terms.filter(\.isUsable).enumerated() {
            if position > 0 { text += " OR " }
            text += term.expression
            phrases.append(Phrase(role: role, term: term))
        }
        text += ")"
    }
}

extension MatchClause {
    fileprivate var hasTerms: Bool { terms.contains(where: \.isUsable) }
}

extension MatchTerm {
    /// True for words that a token can be: not empty, without blanks, control characters and quotes, at which the index
    /// splits its text.
    fileprivate var isUsable: Bool {
        !words.isEmpty
            && words.allSatisfy {
                !$0.isEmpty && $0.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x7F }
            }
    }

    fileprivate var expression: String {
        let columns =
            fields.isEmpty
            ? "" : "{" + fields.sorted { $0.rawValue < $1.rawValue }.map(\.columnName).joined(separator: " ") + "} : "
        return columns + "\"" + words.joined(separator: " ") + "\"" + (isPrefix ? " *" : "")
    }
}
