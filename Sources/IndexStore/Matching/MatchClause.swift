import Foundation
import IndexDefinition

/// A term of the index, or several in a row, that stands for a word of the query.
package struct MatchTerm: Sendable, Hashable {
    /// Folded tokens; more than one is a phrase.
    package var words: [String]
    /// True if the last word matches everything that begins with it.
    package var isPrefix: Bool
    /// Where to look; empty for every field.
    package var fields: Set<IndexField>
    /// How much an occurrence counts: 1 for the word itself.
    package var weight: Double
    package var tier: Tier

    package init(
        _ words: [String], isPrefix: Bool = false, fields: Set<IndexField> = [], weight: Double = 1, tier: Tier = .exact
    ) {
        self.words = words
        self.isPrefix = isPrefix
        self.fields = fields
        self.weight = weight
        self.tier = tier
    }
}

/// One word or phrase of the query with all its variants; a document matches it by any of the terms.
package struct MatchClause: Sendable, Hashable {
    package enum Occurrence: Sendable, Hashable {
        /// A document without it does not match.
        case must
        /// Documents that match more of these come first; one is enough if there is no `must`.
        case should
        /// Adds to the score of a document that has it. It changes neither the number of matches nor a tier.
        case boost
        /// A filter: a document without any of its terms does not match, and it adds nothing to the score.
        case filter
        /// A document with it does not match.
        case mustNot
    }

    package var occurrence: Occurrence
    package var terms: [MatchTerm]
    /// The weight of the word by its rarity; see ``idf(documentCount:of:)``.
    package var idf: Double

    package init(_ occurrence: Occurrence, terms: [MatchTerm], idf: Double) {
        self.occurrence = occurrence
        self.terms = terms
        self.idf = idf
    }

    /// The inverse document frequency ln(1 + (N - df + 0.5) / (df + 0.5)): positive for a term in every document, too.
    package static func idf(documentCount: Int, of total: Int) -> Double {
        let count = Double(max(0, min(documentCount, total)))
        return log(1 + (Double(total) - count + 0.5) / (count + 0.5))
    }
}

extension MatchClause.Occurrence {
    /// True if documents that match score differently with and without the clause.
    var isScored: Bool { self != .mustNot && self != .filter }
}
