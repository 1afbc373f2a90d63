import IndexDefinition
import QueryLanguage
import TextAnalysis

/// One token of a query, with its clause.
struct QuestionWord: Hashable {
    var text: String
    var clause: Int
}

/// A typed query, split into plain words, which may be interpreted, and clauses, which are searched as typed.
struct Question {
    /// The names of fields in a query, with their Indonesian names.
    static let fields: [String: IndexField] = [
        "name": .name, "nama": .name, "other_names": .otherNames, "sebutan": .otherNames, "commodity": .commodity,
        "komoditas": .commodity,
        "description": .description, "keterangan": .description, "place": .place, "tempat": .place,
    ]

    private static let parser = QueryParser(fields: Set(fields.keys))

    var text: String
    var query: Query
    /// The tokens of plain words, in order.
    var words: [QuestionWord]
    /// The words whose meaning is known already, so that they are no keywords: names of places outside the data, and
    /// what is excluded.
    var consumed: Set<Int> = []
    /// Conditions on facts, and an order, such as "di bawah 50 ribu" and "termurah".
    var facts = FactReadings()
    /// What the question excludes in words, such as "intan" in "oleh-oleh selain intan".
    var exclusions: [[String]] = []

    init(_ text: String) throws(SearchError) {
        self.text = text
        do throws(QuerySyntaxError) {
            query = try Self.parser.parse(text)
        } catch {
            throw .syntax(error)
        }
        words = []
        for (index, clause) in query.clauses.enumerated() where clause.isPlain {
            words += Tokenizer.words(of: clause.text).map { QuestionWord(text: $0, clause: index) }
        }
    }

    /// True if two words of the list are neighbours in the query.
    func areNeighbours(_ first: Int, _ second: Int) -> Bool {
        words[second].clause - words[first].clause <= 1
    }

    /// The clauses that are searched as typed: phrases, prefixes, fields, exclusions.
    var literalClauses: [Clause] { query.clauses.filter { !$0.isPlain } }

    /// The text of the query without some of its words, and with others replaced.
    func written(without removed: Range<Int>, replacing replacements: [String: String] = [:]) -> String {
        var written: [String] = []
        for (index, clause) in query.clauses.enumerated() {
            if !clause.isPlain {
                written.append(clause.description)
                continue
            }
            let tokens = words.indices.filter { words[$0].clause == index && !consumed.contains($0) }
            if tokens.count == words.count(where: { $0.clause == index }),
                tokens.allSatisfy({ !removed.contains($0) && replacements[words[$0].text] == nil })
            {
                if !tokens.isEmpty { written.append(clause.text) }
            } else {
                written += tokens.filter { !removed.contains($0) }.map {
                    replacements[words[$0].text] ?? words[$0].text
                }
            }
        }
        return written.joined(separator: " ")
    }
}

extension Clause {
    /// A wanted word without a field, which may be stemmed, translated, corrected, or read as a place.
    var isPlain: Bool {
        if case .word = content { return field == nil && !isExcluded }
        return false
    }
}
