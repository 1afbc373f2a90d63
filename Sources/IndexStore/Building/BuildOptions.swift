import Foundation

/// How a generation is built; the defaults are measured on 500,000 documents.
public struct BuildOptions: Sendable {
    /// Bytes of a database page.
    public var pageSize = 4096
    /// SQLite's page cache while building.
    public var cacheMegabytes = 16
    /// How much of the inverted index FTS5 gathers in memory before it writes a segment.
    public var hashMegabytes = 48
    /// Bytes that the disk of a folder has left for us.
    public var freeBytes: @Sendable (URL) throws -> Int = BuildOptions.freeBytes(at:)

    public init() {}

    static func freeBytes(at folder: URL) throws -> Int {
        var status = statvfs()
        guard statvfs(folder.path, &status) == 0 else { throw IndexStoreError.system("ask for free space at", folder.path) }
        return Int(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
    }
}

/// How far a build is.
public struct BuildProgress: Sendable {
    public enum Stage: String, Sendable, CaseIterable {
        case documents, text, points, suggestions, vocabulary, verification, publishing
    }

    public var stage: Stage
    /// Rows done and expected in this stage; both 0 where it is not counted.
    public var done: Int
    public var total: Int
    /// Since the build began.
    public var elapsed: Duration
    /// Since the stage began.
    public var stageElapsed: Duration

    /// Rows a second in this stage.
    public var rate: Double {
        let seconds = Double(stageElapsed.components.seconds) + Double(stageElapsed.components.attoseconds) * 1e-18
        return seconds > 0 ? Double(done) / seconds : 0
    }
}
