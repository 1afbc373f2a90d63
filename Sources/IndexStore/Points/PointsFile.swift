import Geo

/// `points.bin`, mapped: the documents that have a position, as a packed tree over geocentric coordinates.
///
/// Queries live in extensions: the k nearest in `PointsFile+Nearest`, everything within a distance in
/// `PointsFile+Within`. In a damaged file queries may answer wrong; no ordinal they give is beyond `documentCount`, and
/// nothing is read outside of the file.
final class PointsFile: Sendable {
    /// The nodes of one level; unchecked, for the compiler does not know that mapped memory is never written.
    struct Level: @unchecked Sendable {
        let base: UnsafeRawPointer
        let count: Int
    }

    private let file: ColumnFile
    let levels: [Level]
    /// Documents that have a position.
    let count: Int
    /// Every ordinal is below this.
    let documentCount: Int

    /// - Throws: `.data` if the file is damaged or of another format, `.inputOutput` if it cannot be read.
    init(path: String) throws {
        let file = try ColumnFile(path: path, format: PointsFormat.file)
        let (points, documents, fanOut) = (file.counts[0], file.counts[1], file.counts[2])
        guard points <= documents, documents <= Int(UInt32.max), fanOut == PointsFormat.fanOut else {
            throw IndexStoreError.damaged(
                path, "it counts \(points) points of \(documents) documents, \(fanOut) in a node")
        }
        levels = try PointsFormat.levelCounts(points: points).enumerated().map { level, nodes in
            let size = level == 0 ? PointsFormat.leafBytes : PointsFormat.nodeBytes
            return Level(base: try file.records(PointsFormat.levelName(level), bytes: size, count: nodes), count: nodes)
        }
        self.file = file
        count = points
        documentCount = documents
    }
}

/// A document and how far it is.
struct Neighbour: Sendable, Hashable, Comparable {
    let ordinal: Int
    /// Metres: a chord or a geodesic, as the query says.
    let distance: Double

    init(ordinal: Int, distance: Double) {
        self.ordinal = ordinal
        self.distance = distance
    }

    /// By distance, then by ordinal.
    static func < (left: Neighbour, right: Neighbour) -> Bool {
        left.distance < right.distance || (left.distance == right.distance && left.ordinal < right.ordinal)
    }
}

/// A set of document kinds, one bit each.
struct KindSet: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The set of one kind, 0...7.
    init(kind: UInt8) {
        rawValue = 1 &<< kind
    }

    static let all = KindSet(rawValue: .max)
}
