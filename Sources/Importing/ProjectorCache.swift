import Geo
import Projection
import Synchronization

/// The transformations to WGS 84 that the coordinate check asks for, each made once.
final class ProjectorCache: Sendable {
    private let transformations = Mutex<[String: Transformation?]>([:])

    /// The position on WGS 84 of numbers in a CRS; nil where they have none there.
    func project(_ crs: String, _ easting: Double, _ northing: Double) -> Coordinate? {
        let transformation = transformations.withLock { known in
            if let made = known[crs] { return made }
            // A CRS that PROJ does not know proposes nothing.
            let made = try? Transformation(from: crs, to: "EPSG:4326")
            known[crs] = .some(made)
            return made
        }
        // Numbers outside of the CRS are not what was meant.
        return (try? transformation?.transform(x: easting, y: northing)).map {
            Coordinate(longitude: $0.x, latitude: $0.y)
        }
    }
}
