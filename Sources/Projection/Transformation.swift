import Geo
import Synchronization

/// A transformation between two reference systems.
///
/// Easting or longitude always comes first.
///
///     try Transformation(from: "EPSG:32750", to: "EPSG:4326").transform(x: 260_000, y: 9_622_000)
///     // (114.837..., -3.417...)
///
/// It is thread-safe, but threads wait for each other. Create one for each thread if speed matters.
///
/// - Complexity: Creating one takes milliseconds; a position takes less than a microsecond.
package final class Transformation: Sendable {
    /// Longitude or easting, then latitude or northing.
    package typealias Position = (x: Double, y: Double)

    package let source: CRS
    package let target: CRS
    private let operations: Mutex<CheckedOperation>

    /// - Throws: `ProjectionError` if PROJ does not know a system, or knows no operation between them.
    package convenience init(from source: String, to target: String) throws(ProjectionError) {
        try self.init(from: CRS(source), to: CRS(target))
    }

    /// - Throws: `ProjectionError` if every operation between the systems would ignore the datum.
    package init(from source: CRS, to target: CRS) throws(ProjectionError) {
        self.source = source
        self.target = target
        operations = Mutex(try CheckedOperation(from: source, to: target))
    }

    /// Transforms one position.
    ///
    /// - Throws: `ProjectionError` (data) if the numbers cannot be in `source`, are more than three degrees outside of
    ///   the area of use of either system, or are rejected by PROJ.
    package func transform(x: Double, y: Double) throws(ProjectionError) -> Position {
        try operations.withLock { $0.transform((x, y)) }.get()
    }

    /// Transforms a coordinate of longitude or easting, and latitude or northing.
    package func transform(_ coordinate: Coordinate) throws(ProjectionError) -> Coordinate {
        let position = try transform(x: coordinate.longitude, y: coordinate.latitude)
        return Coordinate(longitude: position.x, latitude: position.y)
    }

    /// Transforms positions one by one.
    ///
    /// Shape: one result for each position, in the same order.
    package func transform(_ positions: [Position]) -> [Result<Position, ProjectionError>] {
        operations.withLock { operation in positions.map { operation.transform($0) } }
    }
}
