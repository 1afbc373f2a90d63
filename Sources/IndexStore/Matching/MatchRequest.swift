import Foundation
import Geo
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

/// Restricts the documents by everything but their text.
package struct MatchFilter: Sendable, Hashable {
    /// All points within a geodesic distance, edge included.
    package struct Circle: Sendable, Hashable {
        package var centre: Coordinate
        package var radiusMetres: Double

        package init(centre: Coordinate, radiusMetres: Double) {
            self.centre = centre
            self.radiusMetres = radiusMetres
        }
    }

    /// Empty: every kind.
    package var kinds: Set<DocumentKind> = []
    /// Ordinals of the generation's facet tables; nil: all, and documents without one; empty: none.
    package var regencies: Set<UInt16>?
    package var districts: Set<UInt16>?
    package var categories: Set<UInt16>?
    package var box: BoundingBox?
    package var circle: Circle?
    /// True if documents without a position do not match.
    package var requiresPosition = false

    package init() {}
}

/// A field by which matches are counted.
package enum FacetField: String, Sendable, Hashable, CaseIterable {
    case kind, regency, district, category
}

/// Where a page of hits ended: the key and the ordinal of its last hit.
package struct MatchPosition: Sendable, Hashable {
    package var key: Double
    package var ordinal: Int

    package init(key: Double, ordinal: Int) {
        self.key = key
        self.ordinal = ordinal
    }
}

/// The geodesic distance between two coordinates on WGS 84, in metres.
package typealias GeodesicDistance = @Sendable (Coordinate, Coordinate) -> Double

/// A query to the index: what matches, in which order, and which page of it.
package struct MatchRequest: Sendable {
    package enum Order: Sendable, Hashable {
        /// Best first.
        case score
        /// Nearest to `origin` first; documents without a position do not match.
        case distance
        /// By folded name.
        case name
        /// By id.
        case id
    }

    /// Empty: every document matches, and `order` cannot be `score`.
    package var clauses: [MatchClause] = []
    package var filter = MatchFilter()
    package var weights: RankingWeights
    package var order: Order
    /// How many hits are kept; 0 only counts.
    package var limit: Int
    /// Keeps only hits behind this one; totals and facets count all.
    package var after: MatchPosition?
    package var facets: Set<FacetField> = []
    /// Where distances are measured from, for `order` and for the score's distance part.
    package var origin: Coordinate?
    /// True if documents within the weights' reach of the origin come before the others.
    package var prefersReach = false
    /// The share, 0...1, of the weight `kindIntent` that documents of a kind get.
    package var kindIntent: [DocumentKind: Double] = [:]
    /// Matches these ordinals only, one by one.
    package var candidates: [Int]?
    /// Needed with a circle, and with `order` by distance.
    package var geodesic: GeodesicDistance?

    package init(clauses: [MatchClause] = [], weights: RankingWeights = .unranked, order: Order, limit: Int) {
        self.clauses = clauses
        self.weights = weights
        self.order = order
        self.limit = limit
    }
}
