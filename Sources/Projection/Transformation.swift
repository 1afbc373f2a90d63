import Geo
import Synchronization

/// A transformation between two reference systems; always easting or longitude first, whatever the systems' own axis
/// orders.
///
///     try Transformation(from: "EPSG:32750", to: "EPSG:4326").transform(x: 260_000, y: 9_622_000)     // (114.837..., -3.417...)
///
/// Safe to use from several threads, which then wait for each other: make one for each where speed matters.
/// Complexity: making one takes milliseconds, a position less than a microsecond.
package final class Transformation: Sendable {
    package typealias Position = (x: Double, y: Double)

    package let source: CRS
    package let target: CRS
    private let operations: Mutex<CheckedOperation>

    /// Throws: `ProjectionError` for a system PROJ does not know, or where there is no way from one to the other.
    package convenience init(from source: String, to target: String) throws(ProjectionError) {
        try self.init(from: CRS(source), to: CRS(target))
    }

    /// Throws: `ProjectionError` where there is no way from one to the other but a guess at the datum.
    package init(from source: CRS, to target: CRS) throws(ProjectionError) {
        self.source = source
        self.target = target
        operations = Mutex(try CheckedOperation(from: source, to: target))
    }

    /// Transforms one position.
    ///
    /// Throws: `ProjectionError` of kind data where the numbers cannot be in `source`, lie more than three degrees
    /// outside of the area of use of either system, or PROJ refuses them.
    package func transform(x: Double, y: Double) throws(ProjectionError) -> Position {
        try operations.withLock { $0.transform((x, y)) }.get()
    }

    /// The same with longitude or easting, latitude or northing as a coordinate.
    package func transform(_ coordinate: Coordinate) throws(ProjectionError) -> Coordinate {
        let position = try transform(x: coordinate.longitude, y: coordinate.latitude)
        return Coordinate(longitude: position.x, latitude: position.y)
    }

    /// Transforms many positions, each on its own.
    ///
    /// Shape: one result for each position, in their order.
    package func transform(_ positions: [Position]) -> [Result<Position, ProjectionError>] {
        operations.withLock { operation in positions.map { operation.transform($0) } }
    }
}
