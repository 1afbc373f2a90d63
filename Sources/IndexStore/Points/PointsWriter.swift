import Geo

/// Writes `points.bin` from points that come in Hilbert order (see ``PointSorter``), bottom-up and in flat memory: one
/// open node a level.
final class PointsWriter {
    /// A node being filled.
    private struct OpenNode {
        let file: OutputFile
        let bytes: UnsafeMutableRawBufferPointer
        var filled = 0
        var bounds = Bounds()
    }

    private let file: ColumnFileWriter
    private let pointCount: Int
    private let documentCount: Int
    private var levels: [OpenNode] = []
    /// Points appended so far.
    private(set) var count = 0

    /// `documentCount` is one more than the largest ordinal can be: what readers check ordinals against.
    init(path: String, pointCount: Int, documentCount: Int) throws {
        file = ColumnFileWriter(path: path, format: PointsFormat.file)
        self.pointCount = pointCount
        self.documentCount = documentCount
        for level in PointsFormat.levelCounts(points: pointCount).indices {
            let size = level == 0 ? PointsFormat.leafBytes : PointsFormat.nodeBytes
            let scratch = try file.addRecords(PointsFormat.levelName(level), bytes: size)
            levels.append(OpenNode(file: scratch, bytes: .allocate(byteCount: size, alignment: 16)))
            clear(level)
        }
    }

    deinit {
        for level in levels { level.bytes.deallocate() }
    }

    func append(_ point: IndexedPoint) throws {
        guard point.ordinal < documentCount, count < pointCount else {
            throw IndexStoreError.unexpectedCount("points", expected: pointCount, found: count + 1)
        }
        if levels[0].filled == PointsFormat.fanOut { try close(0) }
        let position = GeocentricPoint(point.coordinate)
        let (slot, leaf) = (levels[0].filled, levels[0].bytes)
        for (axis, value) in [position.x, position.y, position.z].enumerated() {
            leaf.storeBytes(of: value, toByteOffset: (axis * PointsFormat.fanOut + slot) * 8, as: Double.self)
        }
        leaf.storeBytes(of: UInt32(point.ordinal), toByteOffset: PointsFormat.leafOrdinals + 4 * slot, as: UInt32.self)
        leaf.storeBytes(of: 1 << point.kind, toByteOffset: PointsFormat.leafKinds + slot, as: UInt8.self)
        levels[0].bounds.add(Bounds(position, kinds: 1 << point.kind))
        levels[0].filled += 1
        count += 1
    }

    /// Closes the open nodes and writes the file.
    func finish() throws {
        guard count == pointCount else {
            throw IndexStoreError.unexpectedCount("points", expected: pointCount, found: count)
        }
        for level in levels.indices { try close(level) }
        try file.finish(counts: [pointCount, documentCount, PointsFormat.fanOut])
    }

    /// Writes a level's open node and enters its box in the level above.
    private func close(_ level: Int) throws {
        try levels[level].file.append(contentsOf: UnsafeRawBufferPointer(levels[level].bytes))
        let bounds = levels[level].bounds
        clear(level)
        guard level + 1 < levels.count else { return }
        if levels[level + 1].filled == PointsFormat.fanOut { try close(level + 1) }
        let (slot, node) = (levels[level + 1].filled, levels[level + 1].bytes)
        for axis in 0..<3 {
            let lower = Float(bounds.lower[axis] - PointsFormat.boxMargin)
            let upper = Float(bounds.upper[axis] + PointsFormat.boxMargin)
            node.storeBytes(of: lower, toByteOffset: (axis * PointsFormat.fanOut + slot) * 4, as: Float.self)
            node.storeBytes(of: upper, toByteOffset: ((axis + 3) * PointsFormat.fanOut + slot) * 4, as: Float.self)
        }
        node.storeBytes(of: bounds.kinds, toByteOffset: PointsFormat.nodeKinds + slot, as: UInt8.self)
        levels[level + 1].bounds.add(bounds)
        levels[level + 1].filled += 1
    }

    private func clear(_ level: Int) {
        levels[level].bytes.initializeMemory(as: UInt8.self, repeating: 0)
        levels[level].filled = 0
        levels[level].bounds = Bounds()
    }
}

/// A box in geocentric metres, and the kinds of what lies in it.
private struct Bounds {
    var lower = SIMD3<Double>(repeating: .infinity)
    var upper = SIMD3<Double>(repeating: -.infinity)
    var kinds: UInt8 = 0

    init() {}

    init(_ point: GeocentricPoint, kinds: UInt8) {
        lower = SIMD3(point.x, point.y, point.z)
        upper = lower
        self.kinds = kinds
    }

    mutating func add(_ other: Bounds) {
        lower = pointwiseMin(lower, other.lower)
        upper = pointwiseMax(upper, other.upper)
        kinds |= other.kinds
    }
}
