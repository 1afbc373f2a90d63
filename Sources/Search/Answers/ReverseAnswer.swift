import Geo

/// The village with the point nearest to a coordinate.
///
/// The index knows one point of each village, but no borders. So the coordinate may be in a neighbouring village;
/// `note` says so.
package struct ReverseAnswer: Sendable {
    package static let note =
        "The village named is the one whose point lies nearest; its border is not known here, so the place may "
        + "belong to a neighbour."

    package var generation: String
    package var tookMilliseconds: Double
    package var coordinate: Coordinate
    /// The village with its distance.
    ///
    /// Its body has the district and regency.
    package var village: Hit
}
