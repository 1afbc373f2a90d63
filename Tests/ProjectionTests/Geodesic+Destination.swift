import CPROJ
import Geo
import Projection

extension Geodesic {
    /// The point at a distance from a start in a direction on the WGS 84 ellipsoid.
    ///
    /// Units: azimuth in degrees clockwise from north; the longitude of the result is within ±180.
    static func destination(from start: Coordinate, azimuth: Double, metres: Double) -> Coordinate {
        var ellipsoid = geod_geodesic()
        geod_init(&ellipsoid, GeocentricPoint.semiMajorAxis, GeocentricPoint.flattening)
        var end = Coordinate(longitude: 0, latitude: 0)
        geod_direct(&ellipsoid, start.latitude, start.longitude, azimuth, metres, &end.latitude, &end.longitude, nil)
        return end
    }
}
