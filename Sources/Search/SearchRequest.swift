import Geo
import IndexDefinition

/// A search: query, filters, order and page.
///
///     var request = SearchRequest(text: "tas purun")
///     request.near = .text("Martapura")
///     request.radiusMetres = 25_000
///
/// Units: metres; degrees. Places and regions are texts: a code, a name, or a name with its regency.
package struct SearchRequest: Sendable, Hashable, Codable {
    package enum Sort: String, Sendable, CaseIterable, Codable {
        case relevance, distance, name
    }

    package enum Near: Sendable, Hashable, Codable {
        case text(String)
        case coordinate(Coordinate)
    }

    /// How many hits an answer may hold at most.
    package static let limits = 1...10_000

    /// The query as typed.
    ///
    /// If it is empty, only the filters decide.
    package var text: String
    /// Whether to search for the words as typed: no place, stem, synonym or correction.
    package var isLiteral = false
    /// Empty means all kinds.
    package var kinds: [DocumentKind] = []
    package var near: Near?
    package var radiusMetres: Double?
    package var box: BoundingBox?
    package var regency: String?
    package var district: String?
    package var category: String?
    /// Nil means by relevance if there is a text, by distance if there is a place, otherwise by name.
    package var sort: Sort?
    package var limit = 10
    /// `next` of the previous answer.
    package var cursor: String?
    package var facets: [FacetField] = []
    package var wantsExplanation = false
    package var wantsHighlights = true

    package init(text: String = "") {
        self.text = text
    }
}
