/// Finds a point inside a polygon: the middle of the longest horizontal segment inside it, near its centre.
///
/// Source: the interior point of an area in JTS and GEOS (`ST_PointOnSurface`). Here, several lines are tried.
struct PolygonInterior {
    private let rings: [[Coordinate]]
    /// The area of the outer ring without the holes.
    let area: Double
    /// Number of horizontal lines to try.
    private static let lineCount = 16

    init(_ rings: [[Coordinate]]) {
        self.rings = rings.map(\.closed)
        let areas = self.rings.map { abs($0.signedArea) }
        area = (areas.first ?? 0) - areas.dropFirst().reduce(0, +)
    }

    var point: Coordinate? {
        var best: (place: Coordinate, width: Double)?
        for latitude in lines {
            for (west, east) in stretches(at: latitude) where east - west > best?.width ?? 0 {
                best = (Coordinate(longitude: west + (east - west) / 2, latitude: latitude), east - west)
            }
        }
        return best?.place ?? rings.first?.middle
    }

    /// Latitudes between those of consecutive corners, so that no line passes through a corner; nearest to the middle
    /// first.
    private var lines: some Sequence<Double> {
        let corners = Set(rings.joined().map(\.latitude)).sorted()
        let middle = ((corners.first ?? 0) + (corners.last ?? 0)) / 2
        return zip(corners, corners.dropFirst()).map { $0 + ($1 - $0) / 2 }.sorted {
            abs($0 - middle) < abs($1 - middle)
        }.prefix(
            Self.lineCount)
    }

    /// The segments of a horizontal line that are inside: every other one between the outlines, which excludes holes.
    private func stretches(at latitude: Double) -> [(west: Double, east: Double)] {
        let crossings = rings.flatMap { ring in
            zip(ring, ring.dropFirst()).compactMap { from, to -> Double? in
                guard (from.latitude > latitude) != (to.latitude > latitude) else { return nil }
                return from.between(to, part: (latitude - from.latitude) / (to.latitude - from.latitude)).longitude
            }
        }.sorted()
        return stride(from: 0, to: crossings.count - 1, by: 2).map { (crossings[$0], crossings[$0 + 1]) }
    }
}
