import Geo
import IndexDefinition

/// The documents that may match, by everything but their text.
///
/// Shape: the conditions hold together. A set that is nil restricts nothing; an empty set matches nothing. Values that
/// no document has match nothing.
package struct Filter: Sendable, Hashable {
    /// Empty: every kind.
    package var kinds: Set<DocumentKind> = []
    /// Codes of regencies.
    package var regencies: Set<String>?
    /// Codes of districts.
    package var districts: Set<String>?
    /// Categories as the catalog writes them.
    package var categories: Set<String>?
    /// Conditions on facts, such as the price.
    package var facts: [FactCondition] = []
    package var box: BoundingBox?
    /// The edge is included; distances are geodesic.
    package var circle: Circle?
    /// True if documents without a position do not match.
    package var requiresPosition = false

    package init() {}
}
