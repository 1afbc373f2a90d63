import Geo

/// The village whose point lies nearest to a coordinate.
///
/// The village's border is not known to the index, only one point of it: the coordinate may lie in a neighbour. `note`
/// says so.
package struct ReverseAnswer: Sendable {
    package static let note =
        "The village named is the one whose point lies nearest; its border is not known here, so the place may belong to a neighbour."

    package var generation: String
    package var tookMilliseconds: Double
    package var coordinate: Coordinate
    /// With its distance; its body names district and regency.
    package var village: Hit
}
