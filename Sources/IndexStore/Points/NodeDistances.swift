import Geo

/// Squared distances from one point to every child of a node, computed side by side so that the compiler uses vector
/// instructions.
struct NodeDistances {
    /// Squared metres, one a slot, of the node measured last.
    let squares: UnsafeMutablePointer<Double>
    let centre: GeocentricPoint
    private let x: Float
    private let y: Float
    private let z: Float

    /// `squares` has room for a node's slots.
    init(from centre: GeocentricPoint, squares: UnsafeMutablePointer<Double>) {
        self.centre = centre
        self.squares = squares
        (x, y, z) = (Float(centre.x), Float(centre.y), Float(centre.z))
    }

    /// To the points of a leaf, in doubles.
    func measure(leaf: UnsafeRawPointer) {
        let values = leaf.assumingMemoryBound(to: Double.self)
        let n = PointsFormat.fanOut
        for slot in 0..<PointsFormat.fanOut {
            let dx = values[slot] - centre.x
            let dy = values[n + slot] - centre.y
            let dz = values[2 * n + slot] - centre.z
            squares[slot] = dx * dx + dy * dy + dz * dz
        }
    }

    /// To the boxes of a node's children: a lower bound of the distance to anything in them.
    ///
    /// Floats: the boxes' margin covers the rounding of box and centre, the factor that of the arithmetic (relative
    /// 4e-7).
    func measure(node: UnsafeRawPointer) {
        let sides = node.assumingMemoryBound(to: Float.self)
        let n = PointsFormat.fanOut
        for slot in 0..<PointsFormat.fanOut {
            let dx = Self.gap(x, sides[slot], sides[3 * n + slot])
            let dy = Self.gap(y, sides[n + slot], sides[4 * n + slot])
            let dz = Self.gap(z, sides[2 * n + slot], sides[5 * n + slot])
            squares[slot] = Double((dx * dx + dy * dy + dz * dz) * 0.999_999)
        }
    }

    @inline(__always)
    private static func gap(_ value: Float, _ lower: Float, _ upper: Float) -> Float {
        let below = lower - value
        let above = value - upper
        let larger = below > above ? below : above
        return larger > 0 ? larger : 0
    }
}
