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
        var highlighter = Highlighter()
        for term in clauses.lazy.filter({ $0.occurrence != .mustNot }).flatMap(\.terms) {
            switch (term.words.count, term.isPrefix) {
            case (1, false): highlighter.words.insert(term.words[0])
            case (1, true): highlighter.prefixes.append(term.words[0])
            default: highlighter.phrases.append(term.words)
            }
        }
        return highlighter
    }

    /// The same with its plain words optional; nil where there is but one, or a word stands for nothing either way.
    var withOptionalWords: Interpretation? {
        guard wordCount > 1 else { return nil }
        var optional = self
        optional.wordsAreOptional = true
        for index in 0..<wordCount { optional.clauses[index].occurrence = .should }
        return optional
    }
}
