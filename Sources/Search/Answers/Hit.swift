import Geo
import IndexDefinition

/// One document of an answer.
package struct Hit: Sendable {
    package var kind: DocumentKind
    package var id: String
    package var name: String
    /// Nil if the document has no position.
    package var coordinate: Coordinate?
    /// Larger is better; nil if the hits are not ranked.
    package var score: Double?
    /// Metres on the WGS 84 ellipsoid from the request's place; nil if there is none.
    package var distanceMetres: Double?
    package var highlights: [Highlight] = []
    package var explanation: Explanation?
    /// The stored part of the hit: a JSON object in UTF-8 that does not depend on the query.
    package var body: [UInt8]
}

/// A piece of a field's original text with the found words marked.
package struct Highlight: Sendable, Hashable {
    package var field: String
    /// Escaped HTML with each found word in `<mark>`.
    package var html: String
}
