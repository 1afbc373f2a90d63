import Geo

/// A box of longitudes and latitudes in geocentric coordinates: a slice between two heights above the plane of the
/// equator, and the wedge between two meridians.
///
/// On the ellipsoid z grows with the latitude, and a meridian is a half-plane that ends at the axis, so neither the
/// poles nor the 180th meridian are special.
struct BoxRegion {
    enum Relation {
        case outside, crossing, inside
    }

    /// Metres that cover the rounding of the arithmetic; what is nearer to an edge than this counts as crossing it.
    private static let slack = 1e-3

    private let south: Double
    private let north: Double
    /// The normal of the western meridian, towards the east, and of the eastern one, towards the west.
    private let west: SIMD2<Double>
    private let east: SIMD2<Double>
    /// True if the box is wider than 180 degrees: then a point in it is on the inner side of one meridian at least,
    /// else of both.
    private let isWide: Bool

    init(_ box: BoundingBox) {
        south = GeocentricPoint(Coordinate(longitude: 0, latitude: box.south)).z
        north = GeocentricPoint(Coordinate(longitude: 0, latitude: box.north)).z
        let (west, east) = (Self.direction(box.west), Self.direction(box.east))
        self.west = SIMD2(-west.y, west.x)
        self.east = SIMD2(east.y, -east.x)
        isWide = (box.crossesAntimeridian ? box.east + 360 : box.east) - box.west > 180
    }

    private static func direction(_ longitude: Double) -> SIMD2<Double> {
        let point = GeocentricPoint(Coordinate(longitude: longitude, latitude: 0))
        return SIMD2(point.x, point.y) / GeocentricPoint.semiMajorAxis
    }

    /// How everything between two corners lies to the box.
    func relation(ofLower lower: SIMD3<Double>, upper: SIMD3<Double>) -> Relation {
        guard upper.z >= south - Self.slack, lower.z <= north + Self.slack else { return .outside }
        let (fromWest, fromEast) = (sides(of: west, lower, upper), sides(of: east, lower, upper))
        let isOutside =
            isWide ? fromWest == .outside && fromEast == .outside : fromWest == .outside || fromEast == .outside
        if isOutside { return .outside }
        let isInside = isWide ? fromWest == .inside || fromEast == .inside : fromWest == .inside && fromEast == .inside
        let isBetween = lower.z >= south + Self.slack && upper.z <= north - Self.slack
        return isInside && isBetween ? .inside : .crossing
    }

    /// On which side of a meridian's plane the corners lie.
    private func sides(of normal: SIMD2<Double>, _ lower: SIMD3<Double>, _ upper: SIMD3<Double>) -> Relation {
        let most = normal.x * (normal.x > 0 ? upper.x : lower.x) + normal.y * (normal.y > 0 ? upper.y : lower.y)
        if most < -Self.slack { return .outside }
        let least = normal.x * (normal.x > 0 ? lower.x : upper.x) + normal.y * (normal.y > 0 ? lower.y : upper.y)
        return least > Self.slack ? .inside : .crossing
    }
}
