import Geo

/// The place of a coordinate along a Hilbert curve over the plate carrée: near in the order means near on the ground,
/// with few exceptions.
///
/// Source: Hamilton's rotation form of the curve (Warren, Hacker's Delight, 2nd edition, chapter 16).
enum HilbertCurve {
    /// Longitudes and latitudes in 2^32 steps each (about 1 cm).
    static func index(of coordinate: Coordinate) -> UInt64 {
        index(x: step((coordinate.longitude + 180) / 360), y: step((coordinate.latitude + 90) / 180))
    }

    private static func step(_ fraction: Double) -> UInt32 {
        UInt32(min(max(fraction, 0), 1) * Double(UInt32.max))
    }

    static func index(x: UInt32, y: UInt32) -> UInt64 {
        var (x, y) = (x, y)
        var index: UInt64 = 0
        for bit in (UInt32(0)..<32).reversed() {
            let right = x >> bit & 1
            let upper = y >> bit & 1
            index = index << 2 | UInt64(3 * right ^ upper)
            if upper == 0 {
                if right == 1 { (x, y) = (~x, ~y) }
                swap(&x, &y)
            }
        }
        return index
    }
}
