/// One line of a synonym table: words, and what they lead to.
struct SynonymEntry: Sendable {
    /// How the words on the left and on the right belong together.
    enum Relation: String, Sendable, CaseIterable {
        /// Each for the other.
        case same
        /// The right for the left: a translation, or a word nobody would look for from the other side.
        case means
        /// The right are kinds of the left.
        case narrower
        /// The right come with the left: what a smith makes.
        case related
        /// The right explains the left to readers of the list, and is no word to search for.
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
    /// Words beside which this sense is the likelier one; empty where there is only one.
    let context: [String]
    let language: Language
}

extension SynonymEntry {
    /// The rows of a synonym table: terms, relation, others, context, and what follows for readers of the file.
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

    /// Phrases between commas, as tokens.
    private static func phrases(_ column: String) -> [[String]] {
        column.split(separator: ",").map { Tokenizer.words(of: String($0)) }.filter { !$0.isEmpty }
    }
}
