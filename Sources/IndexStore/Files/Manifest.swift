import Base
import Foundation
import Geo

/// What a generation is and was made from: `manifest.json`, which also holds the checksums of the other files and its
/// own.
///
/// The file is JSON with sorted keys. Its `checksum` is the SHA-256 of its bytes with the checksum's own 64 digits
/// taken as zeros, so that any changed bit shows, whoever wrote the JSON.
package struct Manifest: Codable, Sendable, Hashable {
    /// The format this version of Banua reads and writes.
    static let currentFormat = 2
    static let fileName = "manifest.json"

    var format = Manifest.currentFormat
    /// The name of the generation: "000007".
    package internal(set) var generation: String
    /// The version of the index definition it was made by.
    package internal(set) var definitionVersion: String
    var catalog: CatalogStamp
    /// Rows of each part: "documents", "places", "terms", "points", ...
    package internal(set) var counts: [String: Int]
    /// The box around the documents with a position, by kind: "villages", "sentra", "products"; a kind without any has
    /// none.
    var extents: [String: BoundingBox]
    /// By file name.
    var files: [String: FileChecksum]
    /// The size of all files together.
    package var bytes: Int { files.values.map(\.bytes).reduce(0, +) }
    /// When the build began, ISO 8601, UTC.
    package internal(set) var created: String
    package internal(set) var durationSeconds: Double
    private(set) var checksum = Manifest.noChecksum

    /// The state of the catalog that the generation was made from.
    struct CatalogStamp: Codable, Sendable, Hashable {
        var counts: [String: Int]
        var placed: [String: Int]
        /// A checksum of the content, by kind.
        var checksums: [String: String]
        var lastBatch: Int?
    }

    /// The catalog's rows by kind: "regions", "villages", "sentra", "products".
    package var catalogCounts: [String: Int] { catalog.counts }
    /// The catalog's rows with a position, by kind.
    package var placedCounts: [String: Int] { catalog.placed }

    /// The manifest of a generation to be built from a catalog in this state; the build fills in the rest.
    ///
    /// - Parameters:
    ///   - counts: the catalog's rows by kind.
    ///   - placed: those with a position.
    ///   - checksums: the wrapping sums of the rows' content hashes, by kind.
    ///   - lastBatch: the number of the last import.
    package init(
        catalogCounts counts: [String: Int], placed: [String: Int], checksums: [String: UInt64], lastBatch: Int?
    ) {
        self.init(
            generation: "", definitionVersion: "",
            catalog: CatalogStamp(
                counts: counts, placed: placed, checksums: checksums.mapValues(CatalogStamp.text(ofChecksum:)),
                lastBatch: lastBatch),
            counts: [:], files: [:], created: "", durationSeconds: 0)
    }

    init(
        generation: String, definitionVersion: String, catalog: CatalogStamp, counts: [String: Int],
        extents: [String: BoundingBox] = [:], files: [String: FileChecksum], created: String, durationSeconds: Double
    ) {
        self.generation = generation
        self.definitionVersion = definitionVersion
        self.catalog = catalog
        self.counts = counts
        self.extents = extents
        self.files = files
        self.created = created
        self.durationSeconds = durationSeconds
    }
}

extension Manifest {
    private static let noChecksum = String(repeating: "0", count: 64)

    /// The bytes of the file, with its checksum filled in.
    package func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        var manifest = self
        manifest.checksum = Self.noChecksum
        manifest.checksum = FileChecksum.sha256(of: try encoder.encode(manifest) + Data("\n".utf8))
        return try encoder.encode(manifest) + Data("\n".utf8)
    }

    /// Writes `manifest.json` into a directory.
    ///
    /// The caller syncs it to the disk.
    func write(to directory: String) throws {
        let file = try OutputFile(path: directory + "/" + Self.fileName)
        try encoded().withUnsafeBytes { try file.append(contentsOf: $0) }
        try file.flush()
    }

    /// Reads and checks `manifest.json` of a directory.
    ///
    /// - Throws: `.data` if a bit is wrong or the format is another, `.inputOutput` if it cannot be read.
    init(readFrom directory: String) throws {
        let path = directory + "/" + Self.fileName
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw IndexStoreError(.inputOutput, "Cannot read '\(path)': \(error.localizedDescription)")
        }
        try self.init(data, path: path)
    }

    init(_ data: Data, path: String) throws {
        guard let head = Self.decode(Head.self, from: data), Self.matches(data, checksum: head.checksum) else {
            throw IndexStoreError.damaged(path, "its content does not match its checksum")
        }
        guard head.format == Self.currentFormat else {
            throw IndexStoreError.newerFormat(path, found: head.format, known: Self.currentFormat)
        }
        guard let manifest = Self.decode(Self.self, from: data) else {
            throw IndexStoreError.damaged(path, "a member is missing or of another type")
        }
        self = manifest
    }

    /// What every format has: enough to tell a damaged manifest from a newer one.
    private struct Head: Decodable {
        let format: Int
        let checksum: String
    }

    /// Nil stands for text that is not JSON or lacks a member; which of them does not matter, the checksum or the
    /// format will say it.
    private static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) -> Value? {
        try? JSONDecoder().decode(type, from: data)
    }

    private static func matches(_ data: Data, checksum: String) -> Bool {
        guard checksum.utf8.count == noChecksum.utf8.count, let place = data.range(of: Data(checksum.utf8)) else {
            return false
        }
        var blank = data
        blank.replaceSubrange(place, with: Data(noChecksum.utf8))
        return FileChecksum.sha256(of: blank) == checksum
    }
}
