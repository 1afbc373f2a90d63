import Geo

/// A row's position as the file has it, before anything is believed.
///
///     WrittenPosition.degrees(longitude: 1148339, latitude: -34843)
///     WrittenPosition.projected(crs: "EPSG:32750", easting: 250_123, northing: 9_613_000, coordinate: transformed)
package enum WrittenPosition: Hashable, Sendable {
    /// Two numbers taken for degrees; they may be out of range.
    case degrees(longitude: Double, latitude: Double)
    /// Two numbers in a CRS the user named, and what they become on WGS 84: nil where PROJ refuses them.
    case projected(crs: String, easting: Double, northing: Double, coordinate: Coordinate?)

    /// The numbers in the order easting, northing.
    var numbers: (first: Double, second: Double) {
        switch self {
        case .degrees(let longitude, let latitude): (longitude, latitude)
        case .projected(_, let easting, let northing, _): (easting, northing)
        }
    }

    /// The position if the file is right; nil where it is none.
    var coordinate: Coordinate? {
        switch self {
        case .degrees(let longitude, let latitude):
            let coordinate = Coordinate(longitude: longitude, latitude: latitude)
            return coordinate.isValid ? coordinate : nil
        case .projected(_, _, _, let coordinate): return coordinate.flatMap { $0.isValid ? $0 : nil }
        }
    }
}
