import Base
import Foundation

/// How a generation is built; the defaults are measured on 500,000 documents.
package struct BuildOptions: Sendable {
    /// Bytes of a database page.
    package var pageSize = 4096
    /// SQLite's page cache while building.
    package var cacheMegabytes = 16
    /// How much of the inverted index FTS5 gathers in memory before it writes a segment.
    package var hashMegabytes = 48
    /// Bytes that the disk of a folder has left for us.
    package var freeBytes: @Sendable (URL) throws -> Int = BuildOptions.freeBytes(at:)

    package init() {}

    static func freeBytes(at folder: URL) throws -> Int {
        var status = statvfs()
        guard statvfs(folder.path, &status) == 0 else {
            throw FileError.system("ask for free space at", folder.path)
        }
        return Int(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
    }
}

/// How far a build is.
package struct BuildProgress: Sendable {
    package enum Stage: String, Sendable, CaseIterable {
        case documents, text, points, suggestions, vocabulary, verification, publishing
    }

    package var stage: Stage
    /// Rows done and expected in this stage; both 0 if it is not counted.
    package var done: Int
    package var total: Int
    /// Since the build began.
    package var elapsed: Duration
    /// Since the stage began.
    package var stageElapsed: Duration

    /// Rows a second in this stage.
    package var rate: Double {
        let seconds = Double(stageElapsed.components.seconds) + Double(stageElapsed.components.attoseconds) * 1e-18
        return seconds > 0 ? Double(done) / seconds : 0
    }
}
