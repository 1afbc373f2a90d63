import Geo
import Projection
import Synchronization

/// A cache of transformations to WGS 84 for the coordinate check.
final class ProjectorCache: Sendable {
    private let transformations = Mutex<[String: Transformation?]>([:])

    /// The position of projected coordinates on WGS 84.
    ///
    /// Returns nil if they have none.
    func project(_ crs: String, _ easting: Double, _ northing: Double) -> Coordinate? {
        let transformation = transformations.withLock { known in
            if let made = known[crs] { return made }
            // A CRS that PROJ does not know gives no readings.
            let made = try? Transformation(from: crs, to: "EPSG:4326")
            known[crs] = .some(made)
            return made
        }
        // Numbers outside of the area of the CRS give no reading.
        return (try? transformation?.transform(x: easting, y: northing)).map {
            Coordinate(longitude: $0.x, latitude: $0.y)
        }
    }
}
