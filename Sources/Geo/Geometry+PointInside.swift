extension Geometry {
    /// A representative point on the geometry: inside a polygon and not in a hole, on a line, or one of several points.
    ///
    ///     Geometry.polygon([cornersOfAnU]).pointInside      // in its foot or one of its arms, never between them
    ///
    /// Returns nil for a geometry without positions. Of several parts, the largest is used (by area, then by length);
    /// of several points, the one nearest to their mean. A polygon without area gives a point on its outline. The
    /// computation is planar, so degrees and metres work alike. A polygon across the 180th meridian must be split
    /// there, as RFC 7946 (3.1.9) requires.
    ///
    /// - Complexity: O(n log n), where n is the number of positions.
    package var pointInside: Coordinate? {
        switch self {
        case .point(let at): at.longitude.isFinite && at.latitude.isFinite ? at : nil
        case .multiPoint(let list): Self.nearestToMiddle(list)
        case .lineString(let list): list.middle
        case .multiLineString(let lines): lines.max { $0.length < $1.length }?.middle
        case .polygon(let rings): PolygonInterior(rings).point
        case .multiPolygon(let polygons): polygons.map(PolygonInterior.init).max { $0.area < $1.area }?.point
        case .collection(let parts): Self.largest(parts)?.pointInside
        }
    }

    private static func largest(_ parts: [Geometry]) -> Geometry? {
        parts.filter { $0.pointInside != nil }.max { ($0.dimension, $0.size) < ($1.dimension, $1.size) }
    }

    private var dimension: Int {
        switch self {
        case .point, .multiPoint: 0
        case .lineString, .multiLineString: 1
        case .polygon, .multiPolygon: 2
        case .collection(let parts): parts.map(\.dimension).max() ?? 0
        }
    }

    /// The size of the largest part.
    private var size: Double {
        switch self {
        case .point, .multiPoint: 0
        case .lineString(let line): line.length
        case .multiLineString(let lines): lines.map(\.length).max() ?? 0
        case .polygon(let rings): PolygonInterior(rings).area
        case .multiPolygon(let polygons): polygons.map { PolygonInterior($0).area }.max() ?? 0
        case .collection(let parts): parts.filter { $0.dimension == dimension }.map(\.size).max() ?? 0
        }
    }

    private static func nearestToMiddle(_ points: [Coordinate]) -> Coordinate? {
        let count = Double(points.count)
        let middle = Coordinate(
            longitude: points.reduce(0) { $0 + $1.longitude / count },
            latitude: points.reduce(0) { $0 + $1.latitude / count })
        return points.min { $0.planarDistance(to: middle) < $1.planarDistance(to: middle) }
    }
}
