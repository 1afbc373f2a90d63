import Geo

/// A document's position, as the spatial index takes it.
struct IndexedPoint: Sendable, Hashable {
    let ordinal: Int
    let coordinate: Coordinate
    /// 0...7, so that eight kinds fit the bits of a byte.
    let kind: UInt8

    init(ordinal: Int, coordinate: Coordinate, kind: UInt8) {
        self.ordinal = ordinal
        self.coordinate = coordinate
        self.kind = kind
    }
}

/// Sorts positions along a Hilbert curve, then by ordinal, in flat memory: the order in which `points.bin` is packed.
///
///     let sorter = PointSorter(scratchDirectory: directory)
///     for point in points { try sorter.append(point) }
///     let tree = try PointsWriter(path: directory + "/points.bin", pointCount: sorter.count, documentCount: documents)
///     try sorter.drain(tree.append)
///     try tree.finish()
final class PointSorter {
    /// Hilbert index and ordinal, big-endian so that bytes sort as numbers, then longitude, latitude and kind.
    private static let recordBytes = 29

    private let sorter: RecordSorter
    private let record = UnsafeMutableRawBufferPointer.allocate(byteCount: PointSorter.recordBytes, alignment: 16)

    init(scratchDirectory: String) {
        sorter = RecordSorter(scratchDirectory: scratchDirectory)
    }

    deinit {
        record.deallocate()
    }

    /// Points appended so far.
    var count: Int { sorter.count }

    /// - Throws: `.internal` if the coordinate is not on Earth or the kind is above 7: the catalog holds no such
    ///   thing.
    func append(_ point: IndexedPoint) throws {
        guard point.coordinate.isValid, point.kind < 8, let ordinal = UInt32(exactly: point.ordinal) else {
            throw IndexStoreError.unindexable(point)
        }
        record.storeBytes(of: HilbertCurve.index(of: point.coordinate).bigEndian, toByteOffset: 0, as: UInt64.self)
        record.storeBytes(of: ordinal.bigEndian, toByteOffset: 8, as: UInt32.self)
        record.storeBytes(of: point.coordinate.longitude, toByteOffset: 12, as: Double.self)
        record.storeBytes(of: point.coordinate.latitude, toByteOffset: 20, as: Double.self)
        record.storeBytes(of: point.kind, toByteOffset: 28, as: UInt8.self)
        try sorter.append(UnsafeRawBufferPointer(record))
    }

    /// Hands out every point in order, once.
    ///
    /// The sorter is empty afterwards.
    func drain(_ body: (IndexedPoint) throws -> Void) throws {
        try sorter.drain { record in
            let coordinate = Coordinate(
                longitude: record.loadUnaligned(fromByteOffset: 12, as: Double.self),
                latitude: record.loadUnaligned(fromByteOffset: 20, as: Double.self))
            let ordinal = UInt32(bigEndian: record.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
            try body(IndexedPoint(ordinal: Int(ordinal), coordinate: coordinate, kind: record[28]))
        }
    }
}
