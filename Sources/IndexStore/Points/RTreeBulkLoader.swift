import CSQLite
import Foundation
import Geo

/// Fills an empty R*Tree table `(id, minLon, maxLon, minLat, maxLat)` of SQLite from points that come in Hilbert order,
/// by writing packed nodes into its shadow tables.
///
/// The id of a point is its ordinal + 1. Boxes are rounded outwards to 32-bit floats: a query may find a point too
/// many, never miss one. The nodes of a level are evenly filled, full but for the remainder. Memory: one open node a
/// level, and the share of a sorter of rows. Source: the comment at the head of SQLite's ext/rtree/rtree.c describes
/// the shadow tables and the node format.
package final class RTreeBulkLoader {
    private static let headerBytes = 4
    private static let cellBytes = 24

    /// A node being filled: cells in the file's form, and the box around them.
    private struct OpenNode {
        let cellCount: Int
        let nodeCount: Int
        let firstNumber: Int64
        var bytes: [UInt8] = []
        var index = 0
        var filled = 0
        var bounds = Bounds()
    }

    private struct Bounds {
        var west = Float.infinity
        var east = -Float.infinity
        var south = Float.infinity
        var north = -Float.infinity

        mutating func add(_ other: Bounds) {
            west = min(west, other.west)
            east = max(east, other.east)
            south = min(south, other.south)
            north = max(north, other.north)
        }
    }

    private let table: String
    private let count: Int
    private let nodeBytes: Int
    private let insertNode: Statement
    private let replaceNode: Statement
    private let insertParent: Statement
    private let insertRow: Statement
    private var levels: [OpenNode] = []
    /// Pairs of row and leaf, for the table of rows is written in row order.
    private let rows: RecordSorter
    private var added = 0

    /// The table must exist and be empty; call within a transaction.
    ///
    /// Throws: `.internal` where the table is not empty, `.inputOutput` where SQLite fails.
    package init(database: OpaquePointer, table: String, count: Int) throws {
        self.table = table
        self.count = count
        rows = RecordSorter(scratchDirectory: Self.directory(of: database))
        let size = try Statement(
            database, "SELECT length(data), (SELECT count(*) FROM \(table)_rowid) FROM \(table)_node WHERE nodeno = 1")
        guard try size.step() else { throw IndexStoreError.sqlite("fill '\(table)'", "it has no root node") }
        nodeBytes = Int(size.integer(0))
        guard size.integer(1) == 0 else {
            throw IndexStoreError.unexpectedCount("rows in '\(table)'", expected: 0, found: Int(size.integer(1)))
        }
        insertNode = try Statement(database, "INSERT INTO \(table)_node (nodeno, data) VALUES (?1, ?2)")
        replaceNode = try Statement(database, "UPDATE \(table)_node SET data = ?2 WHERE nodeno = ?1")
        insertParent = try Statement(database, "INSERT INTO \(table)_parent (nodeno, parentnode) VALUES (?1, ?2)")
        insertRow = try Statement(database, "INSERT INTO \(table)_rowid (rowid, nodeno) VALUES (?1, ?2)")
        planLevels()
    }

    /// Where the database lies; the system's temporary folder for one in memory.
    private static func directory(of database: OpaquePointer) -> String {
        let path = sqlite3_db_filename(database, "main").map { String(cString: $0) } ?? ""
        return path.isEmpty ? NSTemporaryDirectory() : (path as NSString).deletingLastPathComponent
    }

    /// The root is node 1, leaves are 2 and following, then each level above.
    private func planLevels() {
        let capacity = (nodeBytes - Self.headerBytes) / Self.cellBytes
        var (cells, number) = (count, Int64(2))
        while cells > 0 {
            let nodes = (cells + capacity - 1) / capacity
            levels.append(OpenNode(cellCount: cells, nodeCount: nodes, firstNumber: nodes == 1 ? 1 : number))
            if nodes == 1 { return }
            number += Int64(nodes)
            cells = nodes
        }
    }

    package func append(_ point: IndexedPoint) throws {
        guard added < count else { throw IndexStoreError.unexpectedCount("points", expected: count, found: added + 1) }
        added += 1
        try rows.append(UInt32(point.ordinal) + 1, UInt32(levels[0].firstNumber) + UInt32(levels[0].index))
        let (longitude, latitude) = (point.coordinate.longitude, point.coordinate.latitude)
        let box = Bounds(
            west: Self.down(longitude), east: Self.up(longitude), south: Self.down(latitude), north: Self.up(latitude))
        try add(Int64(point.ordinal) + 1, box, to: 0)
    }

    /// Adds a cell to a level's open node, and writes the node when it has its share of the level's cells.
    private func add(_ identifier: Int64, _ box: Bounds, to level: Int) throws {
        if levels[level].filled == 0 { levels[level].bytes = [UInt8](repeating: 0, count: Self.headerBytes) }
        withUnsafeBytes(of: identifier.bigEndian) { levels[level].bytes.append(contentsOf: $0) }
        for side in [box.west, box.east, box.south, box.north] {
            withUnsafeBytes(of: side.bitPattern.bigEndian) { levels[level].bytes.append(contentsOf: $0) }
        }
        levels[level].bounds.add(box)
        levels[level].filled += 1
        let node = levels[level]
        let last = (node.index + 1) * node.cellCount / node.nodeCount
        let first = node.index * node.cellCount / node.nodeCount
        if node.filled == last - first { try close(level) }
    }

    private func close(_ level: Int) throws {
        let node = levels[level]
        let number = node.firstNumber + Int64(node.index)
        let isRoot = level == levels.count - 1
        var bytes = node.bytes
        withUnsafeBytes(of: UInt16(isRoot ? level : 0).bigEndian) { bytes.replaceSubrange(0..<2, with: $0) }
        withUnsafeBytes(of: UInt16(node.filled).bigEndian) { bytes.replaceSubrange(2..<4, with: $0) }
        bytes.append(contentsOf: repeatElement(0, count: nodeBytes - bytes.count))
        levels[level].index += 1
        levels[level].filled = 0
        levels[level].bounds = Bounds()
        guard !isRoot else { return try replaceNode.run(1, bytes) }
        try insertNode.run(number, bytes)
        let parent = levels[level + 1].firstNumber + Int64(levels[level + 1].index)
        try insertParent.run(number, parent)
        try add(number, node.bounds, to: level + 1)
    }

    /// Writes what is left: which leaf each row is in.
    package func finish() throws {
        guard added == count else { throw IndexStoreError.unexpectedCount("points", expected: count, found: added) }
        try rows.drainPairs { row, leaf in try insertRow.run(Int64(row), Int64(leaf)) }
    }

    /// The largest 32-bit float not above the value.
    static func down(_ value: Double) -> Float {
        let nearest = Float(value)
        return Double(nearest) > value ? nearest.nextDown : nearest
    }

    /// The smallest 32-bit float not below the value.
    static func up(_ value: Double) -> Float {
        let nearest = Float(value)
        return Double(nearest) < value ? nearest.nextUp : nearest
    }
}

/// A prepared statement that takes an integer and an integer or a blob.
private final class Statement {
    private let database: OpaquePointer
    private let handle: OpaquePointer

    init(_ database: OpaquePointer, _ sql: String) throws {
        self.database = database
        var handle: OpaquePointer?
        guard sqlite3_prepare_v2(database, sql, -1, &handle, nil) == SQLITE_OK, let handle else {
            throw IndexStoreError.sqlite("prepare '\(sql)'", String(cString: sqlite3_errmsg(database)))
        }
        self.handle = handle
    }

    deinit {
        sqlite3_finalize(handle)
    }

    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw IndexStoreError.sqlite("fill the R*Tree", String(cString: sqlite3_errmsg(database)))
        }
    }

    func integer(_ column: CInt) -> Int64 {
        sqlite3_column_int64(handle, column)
    }

    func run(_ first: Int64, _ second: Int64) throws {
        sqlite3_bind_int64(handle, 1, first)
        sqlite3_bind_int64(handle, 2, second)
        _ = try step()
        sqlite3_reset(handle)
    }

    func run(_ first: Int64, _ second: [UInt8]) throws {
        sqlite3_bind_int64(handle, 1, first)
        try second.withUnsafeBytes { bytes in
            sqlite3_bind_blob(handle, 2, bytes.baseAddress, CInt(bytes.count), nil)
            _ = try step()
            sqlite3_reset(handle)
        }
    }
}
