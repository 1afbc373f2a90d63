import CPROJ
import Geo

/// Geodesic distances on the WGS 84 ellipsoid.
///
///     let martapura = Coordinate(longitude: 114.84, latitude: -3.41)
///     Geodesic.wgs84.distance(from: martapura, to: Coordinate(longitude: 115.16, latitude: -2.93))      // 63892.72...
///
/// It is thread-safe. Results are accurate to 15 nanometres. Source: Karney, Algorithms for geodesics, J. Geodesy 87
/// (2013), as implemented in PROJ.
///
/// - Complexity: O(1)
package struct Geodesic: Sendable {
    /// Geodesics on the WGS 84 ellipsoid.
    package static let wgs84 = Geodesic(
        semiMajorAxis: GeocentricPoint.semiMajorAxis, flattening: GeocentricPoint.flattening)

    private let constants: Constants

    private init(semiMajorAxis: Double, flattening: Double) {
        constants = Constants(semiMajorAxis: semiMajorAxis, flattening: flattening)
    }

    /// The length of the shortest path on the ellipsoid.
    ///
    /// Units: metres. NaN if a coordinate is not finite or a latitude is beyond ±90.
    package func distance(from start: Coordinate, to end: Coordinate) -> Double {
        var metres = 0.0
        geod_inverse(constants.pointer, start.latitude, start.longitude, end.latitude, end.longitude, &metres, nil, nil)
        return metres
    }
}

/// The series coefficients of an ellipsoid at a fixed address, so that no call copies them.
///
/// `@unchecked Sendable` because nothing writes to the memory after `init`.
private final class Constants: @unchecked Sendable {
    let pointer: UnsafePointer<geod_geodesic>

    init(semiMajorAxis: Double, flattening: Double) {
        let memory = UnsafeMutablePointer<geod_geodesic>.allocate(capacity: 1)
        memory.initialize(to: geod_geodesic())
        geod_init(memory, semiMajorAxis, flattening)
        pointer = UnsafePointer(memory)
    }

    deinit { pointer.deallocate() }
}
