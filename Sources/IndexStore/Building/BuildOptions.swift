import Base
import Foundation

/// How a generation is built; the defaults are measured on 500,000 documents.
struct BuildOptions: Sendable {
    /// Bytes of a database page.
    var pageSize = 4096
    /// SQLite's page cache while building.
    var cacheMegabytes = 16
    /// How much of the inverted index FTS5 gathers in memory before it writes a segment.
    var hashMegabytes = 48
    /// Bytes that the disk of a folder has left for us.
    var freeBytes: @Sendable (URL) throws -> Int = BuildOptions.freeBytes(at:)

    static func freeBytes(at folder: URL) throws -> Int {
        var status = statvfs()
        guard statvfs(folder.path, &status) == 0 else {
            throw FileError.system("ask for free space at", folder.path)
        }
        return Int(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
    }
}
