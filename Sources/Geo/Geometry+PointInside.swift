extension Geometry {
    /// A point that stands for the geometry and lies on it: inside a polygon (never in a hole), on a line, or one of several points.
    ///
    /// Shape: nil for a geometry without positions. Of several parts the largest is taken (area, then length), of several points the one nearest
    /// their middle. Works in the geometry's own plane, so it serves degrees and metres alike. Complexity: n log n in the positions.
    public var pointInside: Coordinate? {
        switch self {
        case .point(let at): at.longitude.isFinite && at.latitude.isFinite ? at : nil
        case .multiPoint(let list): Self.nearestToMiddle(list)
        case .lineString(let list): Self.middle(ofLine: list)
        case .multiLineString(let lines): lines.max { Self.length($0) < Self.length($1) }.flatMap(Self.middle)
        case .polygon(let rings): Self.inside(rings)
        case .multiPolygon(let polygons): polygons.max { Self.area($0) < Self.area($1) }.flatMap(Self.inside)
        case .collection(let parts):
            parts.filter { $0.dimension == (parts.map(\.dimension).max() ?? 0) }.max { $0.size < $1.size }?.pointInside
        }
    }

    private var dimension: Int {
        switch self {
        case .point, .multiPoint: 0
        case .lineString, .multiLineString: 1
        case .polygon, .multiPolygon: 2
        case .collection(let parts): parts.map(\.dimension).max() ?? 0
        }
    }

    private var size: Double {
        switch self {
        case .point, .multiPoint: 0
        case .lineString(let line): Self.length(line)
        case .multiLineString(let lines): lines.map(Self.length).reduce(0, +)
        case .polygon(let rings): Self.area(rings)
        case .multiPolygon(let polygons): polygons.map(Self.area).reduce(0, +)
        case .collection(let parts): parts.map(\.size).reduce(0, +)
        }
    }

    private static func nearestToMiddle(_ points: [Coordinate]) -> Coordinate? {
        let count = Double(points.count)
        let middle = Coordinate(
            longitude: points.reduce(0) { $0 + $1.longitude / count }, latitude: points.reduce(0) { $0 + $1.latitude / count })
        return points.min { distance($0, middle) < distance($1, middle) }
    }

    private static func distance(_ a: Coordinate, _ b: Coordinate) -> Double {
        let (x, y) = (a.longitude - b.longitude, a.latitude - b.latitude)
        return (x * x + y * y).squareRoot()
    }

    private static func length(_ line: [Coordinate]) -> Double { zip(line, line.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) } }

    private static func middle(ofLine line: [Coordinate]) -> Coordinate? {
        var left = length(line) / 2
        for (from, to) in zip(line, line.dropFirst()) {
            let step = distance(from, to)
            if step >= left, step > 0 {
                let part = left / step
                return Coordinate(
                    longitude: from.longitude + (to.longitude - from.longitude) * part,
                    latitude: from.latitude + (to.latitude - from.latitude) * part)
            }
            left -= step
        }
        return line.first
    }

    /// The area of a polygon less its holes (shoelace formula).
    private static func area(_ rings: [[Coordinate]]) -> Double {
        let areas = rings.map { ring -> Double in
            guard let origin = ring.first else { return 0 }  // relative to one corner: large projected numbers would lose digits
            return abs(
                zip(ring, ring.dropFirst()).reduce(0) { sum, edge in
                    sum + (edge.0.longitude - origin.longitude) * (edge.1.latitude - origin.latitude)
                        - (edge.1.longitude - origin.longitude) * (edge.0.latitude - origin.latitude)
                }) / 2
        }
        return (areas.first ?? 0) - areas.dropFirst().reduce(0, +)
    }

    /// The middle of the widest stretch inside the polygon along a line through it: even-odd crossings, so holes and hollows are outside.
    private static func inside(_ rings: [[Coordinate]]) -> Coordinate? {
        guard let outer = rings.first, let first = outer.first else { return nil }
        let heights = Set(rings.joined().map(\.latitude)).sorted()
        guard heights.count > 1 else { return first }
        var best: (at: Coordinate, width: Double)?
        // Between two neighbouring corners' heights, so that no line runs through a corner; a few lines near the middle suffice.
        let middle = (heights[0] + heights[heights.count - 1]) / 2
        let gaps = zip(heights, heights.dropFirst()).map { ($0 + $1) / 2 }.sorted { abs($0 - middle) < abs($1 - middle) }
        for height in gaps.prefix(16) {
            let crossings = rings.flatMap { ring in Self.crossings(of: ring, at: height) }.sorted()
            for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
                let width = crossings[pair + 1] - crossings[pair]
                if width > best?.width ?? 0 {
                    best = (Coordinate(longitude: (crossings[pair] + crossings[pair + 1]) / 2, latitude: height), width)
                }
            }
        }
        return best?.at ?? first
    }

    private static func crossings(of ring: [Coordinate], at height: Double) -> [Double] {
        zip(ring, ring.dropFirst()).compactMap { from, to in
            guard (from.latitude > height) != (to.latitude > height) else { return nil }
            return from.longitude + (height - from.latitude) / (to.latitude - from.latitude) * (to.longitude - from.longitude)
        }
    }
}
