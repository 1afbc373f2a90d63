import Geo
import IndexDefinition

/// What to look for, where, in which order, and how much of it.
///
///     var request = SearchRequest(text: "tas purun")
///     request.near = .text("Martapura")
///     request.radiusMetres = 25_000
///
/// Units: metres; degrees. Places and regions are given as people write them: a code, a name, or a name with its
/// regency.
package struct SearchRequest: Sendable, Hashable, Codable {
    package enum Sort: String, Sendable, CaseIterable, Codable {
        case relevance, distance, name
    }

    package enum Near: Sendable, Hashable, Codable {
        case text(String)
        case coordinate(Coordinate)
    }

    package enum FacetField: String, Sendable, CaseIterable, Codable {
        case kind, category, regency, district
    }

    /// How many hits an answer may hold at most.
    package static let limits = 1...10_000

    /// The question as typed; empty: the filters alone decide.
    package var text: String
    /// Searches the letter of the text: no place is read from it, no word is stemmed, translated or corrected.
    package var isLiteral = false
    /// None: all kinds.
    package var kinds: [DocumentKind] = []
    package var near: Near?
    package var radiusMetres: Double?
    package var box: BoundingBox?
    package var regency: String?
    package var district: String?
    package var category: String?
    /// nil: by relevance where there is text, else by distance where there is a place, else by name.
    package var sort: Sort?
    package var limit = 10
    /// `next` of the answer before.
    package var cursor: String?
    package var facets: [FacetField] = []
    package var wantsExplanation = false
    package var wantsHighlights = true

    package init(text: String = "") {
        self.text = text
    }
}
