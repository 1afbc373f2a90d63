import Foundation
import Geo
import IndexDefinition

/// Values of a request as people write them on the command line and in an address.
extension SearchRequest {
    /// How many hits one answer may hold.
    package static let answerLimits = 1...1_000

    /// How many hits an answer holds if nothing is said.
    package static let defaultLimit = 10

    /// Kinds of documents, separated by commas.
    ///
    /// Returns nil if the list is empty or has an unknown value.
    package static func kinds(_ text: String) -> [DocumentKind]? { list(text) }

    /// Facet fields, separated by commas.
    ///
    /// Returns nil if there is none, or one is unknown.
    package static func facetFields(_ text: String) -> [FacetField]? { list(text) }

    /// A box of degrees: `west,south,east,north`.
    ///
    /// Returns nil if it is not four numbers, or not a box.
    package static func box(_ text: String) -> BoundingBox? {
        let numbers = parts(text).compactMap(Double.init)
        guard numbers.count == 4, parts(text).count == 4 else { return nil }
        let box = BoundingBox(west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
        return box.isValid ? box : nil
    }

    private static func list<Value: RawRepresentable<String>>(_ text: String) -> [Value]? {
        let values = parts(text).map(Value.init(rawValue:))
        return values.contains { $0 == nil } ? nil : values.compactMap(\.self)
    }

    private static func parts(_ text: String) -> [String] {
        text.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
