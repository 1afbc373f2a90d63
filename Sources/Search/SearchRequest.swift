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
    package enum Sort: Sendable, Hashable, Codable {
        case relevance, distance, name
        /// By a number such as the price; documents of which it is unknown come last.
        case fact(String, ascending: Bool)
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
    /// Conditions on facts such as the price, which must all hold.
    package var facts: [FactCondition] = []
    /// More conditions, as expressions: on facts, or on columns that lists had beside the fields of Banua.
    package var conditions: [String] = []
    /// Nil means by relevance if there is a text, by distance if there is a place, otherwise by name.
    package var sort: Sort?
    package var limit = 10
    /// `next` of the previous answer.
    package var cursor: String?
    package var facets: [FacetField] = []
    /// Facts whose values are counted, by name.
    package var factFacets: [String] = []
    package var wantsExplanation = false
    package var wantsHighlights = true

    package init(text: String = "") {
        self.text = text
    }
}

extension SearchRequest {
    /// True if facts decide which documents match, or which come first.
    ///
    /// Then a word stands for the thing it names, and
    /// one match is enough: the cheapest dodol is no answer to "bingka termurah".
    var choosesByFacts: Bool {
        if case .fact = sort { return true }
        return !facts.isEmpty
    }

    /// Adds what was read from the words; an order and kinds that were asked for stay.
    mutating func add(_ readings: FactReadings) {
        facts += readings.conditions
        if kinds.isEmpty { kinds = readings.kindsOfUndecided }
        sort = sort ?? readings.sort?.order
    }
}

extension SearchRequest.Sort: RawRepresentable, CaseIterable {
    /// The order as it is written: `name`, `price`, or `-price` for the greatest first.
    package var rawValue: String {
        switch self {
        case .relevance: "relevance"
        case .distance: "distance"
        case .name: "name"
        case .fact(let name, let ascending): ascending ? name : "-\(name)"
        }
    }

    package init?(rawValue: String) {
        guard let order = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = order
    }

    package static let allCases: [Self] =
        [.relevance, .distance, .name]
        + FactColumn.all.filter(\.isNumeric).flatMap {
            [.fact($0.name, ascending: true), .fact($0.name, ascending: false)]
        }
}
