import Geo

/// The position of a row as it is written in the file.
///
///     WrittenPosition.degrees(longitude: 1148339, latitude: -34843)
///     WrittenPosition.projected(crs: "EPSG:32750", easting: 250_123, northing: 9_613_000, coordinate: transformed)
package enum WrittenPosition: Hashable, Sendable {
    /// Two numbers in degrees, possibly out of range.
    case degrees(longitude: Double, latitude: Double)
    /// Two numbers in a projected CRS, and their position on WGS 84. Nil if PROJ rejects them.
    case projected(crs: String, easting: Double, northing: Double, coordinate: Coordinate?)

    /// The numbers in the order longitude or easting, latitude or northing.
    var numbers: (first: Double, second: Double) {
        switch self {
        case .degrees(let longitude, let latitude): (longitude, latitude)
        case .projected(_, let easting, let northing, _): (easting, northing)
        }
    }

    /// The position, if it is valid as written.
    ///
    /// Otherwise nil.
    var coordinate: Coordinate? {
        switch self {
        case .degrees(let longitude, let latitude):
            let coordinate = Coordinate(longitude: longitude, latitude: latitude)
            return coordinate.isValid ? coordinate : nil
        case .projected(_, _, _, let coordinate): return coordinate.flatMap { $0.isValid ? $0 : nil }
        }
    }
}
