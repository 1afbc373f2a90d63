import Geo
import IndexDefinition

/// One document of an answer.
public struct Hit: Sendable {
    public var kind: DocumentKind
    public var id: String
    public var name: String
    /// nil where the document has no position.
    public var coordinate: Coordinate?
    /// Larger is better; nil where nothing was ranked.
    public var score: Double?
    /// Metres on the WGS 84 ellipsoid from the request's place; nil without one.
    public var distanceMetres: Double?
    public var highlights: [Highlight] = []
    public var explanation: Explanation?
    /// The unchanging part of the hit as a JSON object in UTF-8, as the generation stores it.
    public var body: [UInt8]
}

/// A piece of a field's original text with the found words marked.
public struct Highlight: Sendable, Hashable {
    public var field: String
    /// Escaped HTML in which each found word stands in `<mark>`.
    public var html: String
}
