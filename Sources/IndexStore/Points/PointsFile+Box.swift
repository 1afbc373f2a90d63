import Geo

extension PointsFile {
    /// Calls `body` with the ordinals of the documents in a box, in no particular order, until it returns false.
    ///
    /// The box includes its edges and may cross the 180th meridian. `coordinate` returns the position of a document;
    /// it is called only for documents near an edge.
    ///
    /// - Complexity: O(log n) for each document at an edge, and constant time for each one well within.
    func forEach(
        in box: BoundingBox, kinds: KindSet = .all, coordinate: (_ ordinal: Int) -> Coordinate?,
        while body: (_ ordinal: Int) throws -> Bool
    ) rethrows {
        guard box.south <= box.north else { return }
        let region = BoxRegion(box)
        _ = try visit(level: levels.count - 1, index: 0, relation: .crossing, region, kinds: kinds.rawValue) {
            ordinal, isCertain in
            if !isCertain {
                guard let coordinate = coordinate(ordinal), box.contains(coordinate) else { return true }
            }
            return try body(ordinal)
        }
    }

    /// Visits the points below a node, and returns false if `body` ended the walk.
    ///
    /// `relation` is the relation of the node to the region. If it is inside, its points need no comparison.
    private func visit(
        level: Int, index: Int, relation: BoxRegion.Relation, _ region: BoxRegion, kinds: UInt8,
        _ body: (_ ordinal: Int, _ isCertain: Bool) throws -> Bool
    ) rethrows -> Bool {
        guard level > 0 else { return try visit(leaf: index, relation: relation, region, kinds: kinds, body) }
        let node = levels[level].base + index * PointsFormat.nodeBytes
        let children = min(PointsFormat.fanOut, levels[level - 1].count - index * PointsFormat.fanOut)
        for slot in 0..<children {
            guard node.load(fromByteOffset: PointsFormat.nodeKinds + slot, as: UInt8.self) & kinds != 0 else {
                continue
            }
            let child = relation == .inside ? .inside : region.relation(of: PointsFormat.box(of: slot, in: node))
            guard child != .outside else { continue }
            let goesOn = try visit(
                level: level - 1, index: index * PointsFormat.fanOut + slot, relation: child, region, kinds: kinds, body
            )
            guard goesOn else { return false }
        }
        return true
    }

    private func visit(
        leaf index: Int, relation: BoxRegion.Relation, _ region: BoxRegion, kinds: UInt8,
        _ body: (_ ordinal: Int, _ isCertain: Bool) throws -> Bool
    ) rethrows -> Bool {
        let leaf = levels[0].base + index * PointsFormat.leafBytes
        for slot in 0..<PointsFormat.fanOut {
            let point = PointSlot(leaf: leaf, slot: slot)
            guard point.kinds & kinds != 0, point.ordinal < documentCount else { continue }
            let here = relation == .inside ? .inside : region.relation(of: (point.position, point.position))
            guard here != .outside else { continue }
            guard try body(point.ordinal, here == .inside) else { return false }
        }
        return true
    }
}

extension BoxRegion {
    func relation(of corners: (lower: SIMD3<Double>, upper: SIMD3<Double>)) -> Relation {
        relation(ofLower: corners.lower, upper: corners.upper)
    }
}

extension PointSlot {
    /// Geocentric, in metres.
    var position: SIMD3<Double> {
        SIMD3(
            leaf.load(fromByteOffset: 8 * slot, as: Double.self),
            leaf.load(fromByteOffset: 8 * (PointsFormat.fanOut + slot), as: Double.self),
            leaf.load(fromByteOffset: 8 * (2 * PointsFormat.fanOut + slot), as: Double.self))
    }
}

extension PointsFormat {
    /// The corners of a child's box in a node, in geocentric metres.
    static func box(of slot: Int, in node: UnsafeRawPointer) -> (lower: SIMD3<Double>, upper: SIMD3<Double>) {
        func side(_ index: Int) -> Double {
            Double(node.load(fromByteOffset: (index * fanOut + slot) * 4, as: Float.self))
        }
        return (SIMD3(side(0), side(1), side(2)), SIMD3(side(3), side(4), side(5)))
    }
}
