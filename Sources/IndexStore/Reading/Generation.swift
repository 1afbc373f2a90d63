import Base
import CRanking
import Foundation
import Geo
import IndexDefinition

/// A published index, opened for reading: immutable, shared by all threads, good for as long as it is held, whatever is
/// published meanwhile.
///
///     let generation = try Generation.open(dataDirectory: URL(fileURLWithPath: "banua-data"))
///     let index = try generation.reader { Geodesic.wgs84.distance(from: $0, to: $1) }        // one a thread
package final class Generation: Sendable {
    /// Such as "000007".
    package let name: String
    package let directory: URL
    package let manifest: Manifest
    let documents: DocumentsFile
    let values: ValuesFile
    let points: PointsFile
    let facts: FactsFile
    let propertyColumns = PropertyColumns()
    let vocabulary: VocabularyFile
    /// The mapped columns as C sees them; their memory lives as long as `values`.
    nonisolated(unsafe) let columns: banua_values
    private let hold: GenerationHold?

    package var documentCount: Int { values.count }
    /// The words of place names that were not stemmed when the terms were grouped by roots, in byte order.
    ///
    ///     let analyzer = Analyzer(lists, protecting: generation.protectedWords)
    package var protectedWords: [String] { vocabulary.protectedWords }

    /// The positions of the documents of a kind that have one, in the order of their ids.
    package func coordinates(of kind: DocumentKind) -> [Coordinate] {
        (0..<values.count).lazy.filter { self.values.kinds[$0] == kind.ordinal }.compactMap(values.coordinate)
    }

    /// The number of documents of a kind that have a position.
    func placedCount(of kind: DocumentKind) -> Int { manifest.catalog.placed[kind.description.plural] ?? 0 }

    /// The box around the documents of a kind that have a position; nil if there are none.
    package func extent(of kind: DocumentKind) -> BoundingBox? { manifest.extents[kind.description.plural] }

    /// Opens the generation that CURRENT names.
    ///
    /// - Throws: `.data` if there is none yet or its files are damaged or of another version, `.inputOutput` if
    ///   they cannot be read.
    package static func open(dataDirectory: URL) throws -> Generation {
        let generations = Generations(dataDirectory: dataDirectory)
        var attempts = 0
        while true {
            guard let name = try generations.current() else {
                throw IndexStoreError.noGeneration(in: dataDirectory.path)
            }
            do {
                return try open(directory: generations.directory(of: name))
            } catch {
                // Between reading CURRENT and opening, another may have been published and this one pruned.
                attempts += 1
                guard attempts < 5, try generations.current() != name else { throw error }
            }
        }
    }

    /// Opens the generation in a directory, whether published or not.
    package static func open(directory: URL) throws -> Generation {
        let hold = try GenerationHold(directory: directory)
        let manifest = try Manifest(readFrom: directory.path)
        try check(manifest, in: directory)
        return try Generation(directory: directory, manifest: manifest, hold: hold)
    }

    /// A thread's own way to search the generation.
    ///
    /// `distance` measures the geodesic between two coordinates on WGS 84, in metres.
    ///
    /// - Throws: `.data` if the index is damaged, `.inputOutput` if it cannot be opened.
    package func reader(distance: @escaping @Sendable (Coordinate, Coordinate) -> Double) throws -> any SearchIndex {
        try IndexReader(self, distance: distance)
    }

    /// Opens files that are complete but for their manifest, which is not read: to check what is being built.
    static func open(building directory: URL, manifest: Manifest) throws -> Generation {
        try Generation(directory: directory, manifest: manifest, hold: nil)
    }

    private init(directory: URL, manifest: Manifest, hold: GenerationHold?) throws {
        self.directory = directory
        self.manifest = manifest
        self.hold = hold
        name = manifest.generation
        documents = try DocumentsFile(path: directory.appendingPathComponent(GenerationFiles.documents).path)
        values = try ValuesFile(path: directory.appendingPathComponent(GenerationFiles.values).path)
        points = try PointsFile(path: directory.appendingPathComponent(GenerationFiles.points).path)
        facts = try FactsFile(path: directory.appendingPathComponent(GenerationFiles.facts).path)
        vocabulary = try VocabularyFile(path: directory.appendingPathComponent(GenerationFiles.vocabulary).path)
        try NativeLayout().check()
        columns = Self.columns(of: values)
        try checkCounts()
    }

    /// Lengths and versions: what can be known without reading the files whole.
    private static func check(_ manifest: Manifest, in directory: URL) throws {
        let format = manifest.definitionVersion.prefix { $0 != "-" }
        guard format == "\(IndexDefinition.formatNumber)" else {
            throw IndexStoreError.definitionVersion(
                directory.path, found: manifest.definitionVersion, expected: try IndexDefinition.version)
        }
        for file in GenerationFiles.checked {
            let path = directory.appendingPathComponent(file).path
            guard let expected = manifest.files[file] else {
                throw IndexStoreError.damaged(path, "the manifest does not list it")
            }
            let found = try FileManager.default.byteCount(atPath: path)
            guard found == expected.bytes else {
                throw IndexStoreError.damaged(path, "it has \(found) bytes, not \(expected.bytes)")
            }
        }
    }

    private func checkCounts() throws {
        let counts = [
            (GenerationFiles.documents, documents.count, manifest.counts[ManifestCount.documents]),
            (GenerationFiles.values, values.count, manifest.counts[ManifestCount.documents]),
            (GenerationFiles.facts, facts.count, manifest.counts[ManifestCount.documents]),
            (GenerationFiles.points, points.documentCount, manifest.counts[ManifestCount.documents]),
            (GenerationFiles.points, points.count, manifest.counts[ManifestCount.points]),
            (GenerationFiles.vocabulary, vocabulary.count, manifest.counts[ManifestCount.terms]),
        ]
        for (file, found, expected) in counts where found != expected {
            let path = directory.appendingPathComponent(file).path
            throw IndexStoreError.damaged(path, "it counts \(found), and the manifest \(expected ?? 0)")
        }
    }

    private static func columns(of values: ValuesFile) -> banua_values {
        var columns = banua_values()
        columns.count = UInt32(values.count)
        columns.longitude = values.longitudes.base
        columns.latitude = values.latitudes.base
        columns.regency = values.regencies.base
        columns.district = values.districts.base
        columns.category = values.categories.base
        columns.kind = values.kinds.base
        columns.precision = values.precisions.base
        columns.quality = values.qualities.base
        columns.head = values.heads.base
        columns.name_rank = values.nameRanks.base
        withUnsafeMutableBytes(of: &columns.length) { bytes in
            let lengths = bytes.assumingMemoryBound(to: UnsafePointer<UInt16>?.self)
            for field in 0..<ValuesFile.fieldCount { lengths[field] = values.lengths[field].base }
        }
        withUnsafeMutableBytes(of: &columns.average_length) { bytes in
            let averages = bytes.assumingMemoryBound(to: Double.self)
            for field in 0..<ValuesFile.fieldCount { averages[field] = values.averageLength(ofField: field) }
        }
        return columns
    }
}

/// What the manifest counts.
enum ManifestCount {
    static let documents = "documents"
    static let points = "points"
    static let terms = "terms"
    static let tokens = "tokens"
    static let places = "places"
    static let suggestions = "suggestions"
}

/// Marks a generation as in use, so that nobody removes its files while a reader may still open them (a shared flock on
/// its manifest).
final class GenerationHold: Sendable {
    private let descriptor: CInt

    init(directory: URL) throws {
        let path = directory.appendingPathComponent(Manifest.fileName).path
        descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError.system("open", path) }
        flock(descriptor, LOCK_SH | LOCK_NB)
    }

    deinit {
        close(descriptor)
    }
}

extension FileManager {
    func byteCount(atPath path: String) throws -> Int {
        var status = stat()
        guard stat(path, &status) == 0 else { throw FileError.system("open", path) }
        return Int(status.st_size)
    }
}
