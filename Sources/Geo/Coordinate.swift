/// A position on the WGS 84 ellipsoid, in degrees; longitude first, as in every list and file format we write.
///
///     Coordinate(longitude: 114.84, latitude: -3.41)      // Martapura
///
/// Units: degrees, EPSG:4326 values in longitude, latitude order. Any pair of numbers can be held: `isValid` tells
/// whether they lie on Earth.
package struct Coordinate: Hashable, Sendable, Codable {
    package var longitude: Double
    package var latitude: Double

    package init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    /// True where both numbers are finite, the longitude within ±180 and the latitude within ±90.
    package var isValid: Bool {
        longitude.isFinite && latitude.isFinite && abs(longitude) <= 180 && abs(latitude) <= 90
    }
}
