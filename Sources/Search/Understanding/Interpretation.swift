import IndexDefinition
import IndexStore

/// One way of searching for a question's words.
struct Interpretation {
    /// How far the words are bent.
    enum Leniency: Int, CaseIterable {
        /// Every word as typed, its relatives and its synonyms; what no document has is completed or corrected.
        case close
        /// Every word, completed and corrected as well.
        case corrected
    }

    var leniency: Leniency
    /// True where any of the plain words lets a document in: those that have the most come first.
    var wordsAreOptional = false
    var clauses: [MatchClause]
    /// What each clause of `clauses` was made from, for explanations.
    var labels: [String]
    var kindIntent: [DocumentKind: Double]
    /// Misspelled words, and what was searched for instead.
    var corrections: [String: String] = [:]
    /// True where a word that no document has was left out.
    var leavesWordsOut = false

    /// The kinds of which all is asked for, as in "sentra dekat Loksado"; nil where words decide.
    var kindsOfAll: Set<DocumentKind>?

    var isEmpty: Bool { !clauses.contains { $0.occurrence == .must || $0.occurrence == .should } }
    /// How many plain words a document may have.
    var wordCount = 0
    /// True where a wanted word stands for nothing in the vocabulary: no document can match.
    var isImpossible: Bool { clauses.contains { $0.occurrence == .must && $0.terms.isEmpty } }
}

extension Interpretation {
    /// What to mark in the texts of the documents found.
    var highlighter: Highlighter {
        var words: Set<String> = []
        var (prefixes, phrases): ([String], [[String]]) = ([], [])
        for term in clauses.lazy.filter({ $0.occurrence != .mustNot }).flatMap(\.terms) {
            switch (term.words.count, term.isPrefix) {
            case (1, false): words.insert(term.words[0])
            case (1, true): prefixes.append(term.words[0])
            default: phrases.append(term.words)
            }
        }
        return Highlighter(words: words, prefixes: prefixes, phrases: phrases)
    }

    /// How many documents, at most, are looked at for having but some of the words: those that have only the commonest
    /// are left out.
    private static let mostOfSome = 5_000

    /// The same with its plain words optional; nil where there is but one.
    ///
    /// - Parameter count: how many documents a clause may match at most.
    func withOptionalWords(count: (MatchClause) -> Int) -> Interpretation? {
        guard wordCount > 1 else { return nil }
        var optional = self
        optional.wordsAreOptional = true
        for index in 0..<wordCount { optional.clauses[index].occurrence = .should }
        let words = clauses[..<wordCount].map { (clause: $0, count: count($0)) }.sorted { $0.count < $1.count }
        var sum = 0
        let rarest = words.filter { $0.count > 0 }.prefix { word in
            defer { sum += word.count }
            return sum == 0 || sum + word.count <= Self.mostOfSome
        }
        if rarest.count < words.count, !rarest.isEmpty {
            optional.clauses.append(MatchClause(.gate, terms: rarest.flatMap(\.clause.terms), idf: 0))
            optional.labels.append(
                rarest.map { $0.clause.terms[0].words.joined(separator: " ") }.joined(separator: ", "))
        }
        return optional
    }
}
