import CPROJ
import Geo

/// Geodesics on the WGS 84 ellipsoid.
///
///     Geodesic.wgs84.distance(from: Coordinate(longitude: 114.84, latitude: -3.41), to: Coordinate(longitude: 115.16, latitude: -2.93))
///
/// Complexity: constant, about 0.6 microseconds. Source: Karney, Algorithms for geodesics, J. Geodesy 87 (2013), as in PROJ.
public struct Geodesic: @unchecked Sendable {  // the C struct holds constants only, written once in init
    public static let wgs84 = Geodesic()

    private let geodesic: geod_geodesic

    private init() {
        var geodesic = geod_geodesic()
        geod_init(&geodesic, GeocentricPoint.semiMajorAxis, GeocentricPoint.flattening)
        self.geodesic = geodesic
    }

    /// The length of the shortest path on the ellipsoid, in metres; NaN where a coordinate is not finite.
    public func distance(from start: Coordinate, to end: Coordinate) -> Double {
        var metres = 0.0
        withUnsafePointer(to: geodesic) {
            geod_inverse($0, start.latitude, start.longitude, end.latitude, end.longitude, &metres, nil, nil)
        }
        return metres
    }

    /// Where one arrives after so many metres in a direction (degrees from north, clockwise).
    public func destination(from start: Coordinate, azimuth: Double, metres: Double) -> Coordinate {
        var end = Coordinate(longitude: 0, latitude: 0)
        withUnsafePointer(to: geodesic) {
            geod_direct($0, start.latitude, start.longitude, azimuth, metres, &end.latitude, &end.longitude, nil)
        }
        return end
    }
}
