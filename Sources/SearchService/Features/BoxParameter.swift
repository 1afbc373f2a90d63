import Geo
import Projection

/// The parameters `bbox` and `bbox-crs` of the standard: four numbers, or six with heights, in the axis order of the
/// reference system.
enum BoxParameter {
    /// The box in WGS 84 degrees.
    ///
    /// It may cross the 180th meridian.
    ///
    /// Of a box in a projected system, points along each edge are transformed, so that nothing inside it is lost.
    /// - Throws: `Problem` 400 if the numbers are not a box, or are outside the area of use of the system.
    static func box(_ numbers: [Double], crs: FeatureCRS) throws -> BoundingBox {
        guard numbers.count == 4 || numbers.count == 6 else { throw complaint("four numbers, or six with heights") }
        let half = numbers.count / 2
        let (x, y) = crs.isLatitudeFirst ? (1, 0) : (0, 1)
        let low = (x: numbers[x], y: numbers[y])
        let high = (x: numbers[half + x], y: numbers[half + y])
        let box =
            crs.isGeographic && crs.code != "EPSG:9470"
            ? BoundingBox(west: low.x, south: low.y, east: high.x, north: high.y)
            : try outline(low: low, high: high, crs: crs)
        guard box.isValid else {
            throw complaint("the lower corner first, in the order of the axes of \(crs.uri), in its range")
        }
        return box
    }

    private static func outline(low: (x: Double, y: Double), high: (x: Double, y: Double), crs: FeatureCRS) throws
        -> BoundingBox
    {
        guard low.x <= high.x, low.y <= high.y else { throw complaint("the lower corner first") }
        let transformation = try Transformation.shared(from: crs.code, to: "EPSG:4326")
        var box = BoundingBox(west: 180, south: 90, east: -180, north: -90)
        let steps = 32
        for step in 0...steps {
            let part = Double(step) / Double(steps)
            let x = low.x + (high.x - low.x) * part
            let y = low.y + (high.y - low.y) * part
            for (edgeX, edgeY) in [(x, low.y), (x, high.y), (low.x, y), (high.x, y)] {
                do {
                    let point = try transformation.transform(x: edgeX, y: edgeY)
                    box = BoundingBox(
                        west: min(box.west, point.x), south: min(box.south, point.y), east: max(box.east, point.x),
                        north: max(box.north, point.y))
                } catch {
                    throw complaint("a box inside the area where \(crs.uri) is defined")
                }
            }
        }
        return box
    }

    private static func complaint(_ expected: String) -> Problem {
        .invalid("bbox", "The value of 'bbox' is invalid: expected \(expected).")
    }
}
