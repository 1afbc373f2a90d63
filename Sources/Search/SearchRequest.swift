import Geo
import IndexDefinition

/// What to look for, where, in which order, and how much of it.
///
///     var request = SearchRequest(text: "tas purun")
///     request.near = .text("Martapura")
///     request.radiusMetres = 25_000
///
/// Units: metres; degrees. Places and regions are given as people write them: a code, a name, or a name with its regency.
public struct SearchRequest: Sendable, Hashable {
    public enum Sort: String, Sendable, CaseIterable {
        case relevance, distance, name
    }

    public enum Near: Sendable, Hashable {
        case text(String)
        case coordinate(Coordinate)
    }

    public enum FacetField: String, Sendable, CaseIterable {
        case kind, category, regency, district
    }

    /// How many hits an answer may hold at most.
    public static let limits = 1...10_000

    /// The question as typed; empty: the filters alone decide.
    public var text: String
    /// Searches the letter of the text: no place is read from it, no word is stemmed, translated or corrected.
    public var isLiteral = false
    /// None: all kinds.
    public var kinds: [DocumentKind] = []
    public var near: Near?
    public var radiusMetres: Double?
    public var box: BoundingBox?
    public var regency: String?
    public var district: String?
    public var category: String?
    /// nil: by relevance where there is text, else by distance where there is a place, else by name.
    public var sort: Sort?
    public var limit = 10
    /// `next` of the answer before.
    public var cursor: String?
    public var facets: [FacetField] = []
    public var wantsExplanation = false
    public var wantsHighlights = true

    public init(text: String = "") {
        self.text = text
    }
}
