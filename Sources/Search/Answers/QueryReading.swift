import IndexDefinition

/// How a query was understood, so that a person can check and change it.
package struct QueryReading: Sendable, Hashable {
    /// Which documents match the words.
    package enum Matching: String, Sendable {
        /// Documents that have every word.
        case all
        /// Documents that have some of the words, because few or none have all. Those with the most words come first.
        case some
        /// There are no words.
        case none
    }

    /// The query as typed.
    package var text: String
    /// The words that were searched, without those of places.
    package var keywords: String
    /// The place distances are measured from.
    package var near: ResolvedPlace?
    /// The regions that limit the answer, from a filter or from the query.
    package var within: [ResolvedPlace] = []
    /// The words of the query that were read as a place; nil if there are none.
    package var placeWords: String?
    /// The place that was asked for and has no match, so that the hits lie elsewhere; nil if it has some.
    package var nothingIn: ResolvedPlace?
    /// Words that no document has, as typed: they were left out of the search.
    package var missing: [String] = []
    /// Places named in the question that lie outside of the data, by their official names.
    package var outside: [String] = []
    /// The conditions on facts, and how many documents were left out because the fact is unknown of them.
    package var facts: [ReadFact] = []
    /// An order that was read from the words; nil if there is none, or another was asked for.
    package var sort: ReadSort?
    package var radiusMetres: Double?
    package var matching = Matching.none
    /// How many documents have every word.
    package var documentsWithAllWords = 0
    /// The corrected keywords, if the keywords as typed find nothing.
    package var corrected: String?
    /// Other queries that the person may have meant.
    package var didYouMean: [String] = []
    package var isLiteral = false
    /// The interpretations considered, in the order of the decisions; empty unless an explanation is wanted.
    package var interpretations: [ConsideredInterpretation] = []
}

/// A condition on a fact, as it was given or read from the words.
package struct ReadFact: Sendable, Hashable {
    package var condition: FactCondition
    /// Documents that meet all else, but of which the fact is unknown; nil if the index was not asked, because no
    /// document can match.
    package var unknown: Int?
    /// False if no document has the fact: then nothing can be chosen by it, and its words are searched as keywords.
    package var isApplied = true
}
