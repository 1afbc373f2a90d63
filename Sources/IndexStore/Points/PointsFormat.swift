/// The layout of `points.bin`: an R-tree over geocentric x, y, z, packed in Hilbert order.
///
/// Node n of a level holds the children n × fanOut and following of the level below, so no pointer is stored. No pole
/// and no 180th meridian is special in it.
///
///     leaf   x, y, z: f64 × fanOut each; ordinals: u32 × fanOut; kinds: u8 × fanOut (a bit for each kind, 0 if unused)
///     node   lower x, y, z and upper x, y, z of the children: f32 × fanOut each; kinds: u8 × fanOut, all bits below
///
/// A node's boxes are at least `boxMargin` larger on each side than what they hold, which covers every rounding to 32
/// bits, of the box and of the point asked about. Header counts: points, documents, fan-out. Source: Kamel and
/// Faloutsos, Hilbert R-tree, VLDB 1994; the layout follows flatbush.
enum PointsFormat {
    static let file = ColumnFileFormat(magic: "BANUAPTS", version: 1)
    static let fanOut = 16

    static let leafOrdinals = 3 * 8 * fanOut
    static let leafKinds = leafOrdinals + 4 * fanOut
    static let leafBytes = leafKinds + fanOut
    static let nodeKinds = 6 * 4 * fanOut
    static let nodeBytes = nodeKinds + fanOut

    /// Metres; a 32-bit float is off by up to 0.25 m at 6,400 km, for a box's side and for the point asked about.
    static let boxMargin = 1.0

    /// Level 0 holds the leaves; there is a level above as long as one has more than a node.
    static func levelName(_ level: Int) -> String { "level\(level)" }

    /// The number of nodes on each level, leaves first; at least one leaf, so that every file has a root.
    static func levelCounts(points: Int) -> [Int] {
        var counts = [max(1, (points + fanOut - 1) / fanOut)]
        while let last = counts.last, last > 1 { counts.append((last + fanOut - 1) / fanOut) }
        return counts
    }
}
