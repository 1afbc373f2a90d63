import Geo

/// The village whose point lies nearest to a coordinate.
///
/// The village's border is not known to the index, only one point of it: the coordinate may lie in a neighbour. `note` says so.
public struct ReverseAnswer: Sendable {
    public static let note =
        "The village named is the one whose point lies nearest; its border is not known here, so the place may belong to a neighbour."

    public var generation: String
    public var tookMilliseconds: Double
    public var coordinate: Coordinate
    /// With its distance; its body names district and regency.
    public var village: Hit
}
