/// A position on the WGS 84 ellipsoid.
///
/// Longitude comes first, as in all lists and file formats that Banua writes.
///
///     Coordinate(longitude: 114.84, latitude: -3.41)      // Martapura
///
/// Any pair of numbers is accepted; `isValid` tells whether it is a position on Earth.
///
/// Units: degrees, the values of EPSG:4326 in the order longitude, latitude.
package struct Coordinate: Hashable, Sendable, Codable {
    package var longitude: Double
    package var latitude: Double

    package init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    /// Whether both numbers are finite, the longitude is within ±180 and the latitude within ±90.
    package var isValid: Bool {
        longitude.isFinite && latitude.isFinite && abs(longitude) <= 180 && abs(latitude) <= 90
    }
}
