/// A line of a synonym table: terms and the terms that they expand to.
struct SynonymEntry: Sendable {
    /// How the left and the right terms are related.
    enum Relation: String, Sendable, CaseIterable {
        /// Both are synonyms of each other.
        case same
        /// The right is a translation of the left, or a term that should not expand back.
        case means
        /// The right are kinds of the left (hyponyms).
        case narrower
        /// The right are related to the left, such as what a smith makes.
        case related
        /// The right explains the left to readers of the file. It is not used for searching.
        case gloss

        var weight: Double {
            switch self {
            case .same, .means: 0.9
            case .narrower: 0.6
            case .related: 0.4
            case .gloss: 0
            }
        }
    }

    let terms: [[String]]
    let relation: Relation
    let others: [[String]]
    /// Words that must be near for this sense to be the likelier one.
    ///
    /// Empty if there is only one sense.
    let context: [String]
    let language: Language
}

extension SynonymEntry {
    /// Reads the rows of a synonym table: terms, relation, others, context.
    ///
    /// Further columns are comments.
    static func read(_ name: String, language: Language, from reader: WordListReader) throws(TextAnalysisError)
        -> [SynonymEntry]
    {
        var entries: [SynonymEntry] = []
        for (number, columns) in try reader.rows(in: name, columns: ["terms", "relation", "others"]) {
            guard let relation = Relation(rawValue: columns[1]) else {
                let known = Relation.allCases.map(\.rawValue).joined(separator: ", ")
                throw .value(columns[1], of: "relation", in: name, number: number, expected: "one of \(known)")
            }
            guard relation != .gloss else { continue }
            let terms = phrases(columns[0])
            let others = phrases(columns[2])
            guard !terms.isEmpty, !others.isEmpty else {
                throw .value(
                    columns[0], of: "terms", in: name, number: number, expected: "words on both sides of the relation")
            }
            let context = columns.count > 3 ? phrases(columns[3]).flatMap { $0 } : []
            entries.append(
                SynonymEntry(terms: terms, relation: relation, others: others, context: context, language: language))
        }
        return entries
    }

    /// Splits a column at commas into phrases, each a list of tokens.
    private static func phrases(_ column: String) -> [[String]] {
        column.split(separator: ",").map { Tokenizer.words(of: String($0)) }.filter { !$0.isEmpty }
    }
}
