import Geo
import IndexDefinition

/// One document of an answer.
package struct Hit: Sendable {
    package var kind: DocumentKind
    package var id: String
    package var name: String
    /// nil where the document has no position.
    package var coordinate: Coordinate?
    /// Larger is better; nil where nothing was ranked.
    package var score: Double?
    /// Metres on the WGS 84 ellipsoid from the request's place; nil without one.
    package var distanceMetres: Double?
    package var highlights: [Highlight] = []
    package var explanation: Explanation?
    /// The unchanging part of the hit as a JSON object in UTF-8, as the generation stores it.
    package var body: [UInt8]
}

/// A piece of a field's original text with the found words marked.
package struct Highlight: Sendable, Hashable {
    package var field: String
    /// Escaped HTML in which each found word stands in `<mark>`.
    package var html: String
}
