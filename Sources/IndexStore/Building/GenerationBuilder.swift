import Base
import Foundation
import Gazetteer
import Geo
import IndexDefinition
import Synchronization

/// Builds a generation from drafts, verifies it, and publishes it; until then, and after any failure, the old one
/// serves.
///
///     let builder = try GenerationBuilder(dataDirectory: url, manifest: manifest)
///     for draft in documents { try builder.add(draft) }        // in ascending byte order of id
///     for (place, names) in places { try builder.add(place, names: names) }
///     let name = try builder.finish(rootOf: analyzer.root).generation
///
/// The caller's thread reads and analyses; another writes. The folder of a build that does not finish is removed.
package final class GenerationBuilder {
    private static let batchSize = 256

    /// What the tables of OVOP are filled with; set it before `finish`.
    package var survey = OVOPSurvey()

    private let folder: BuildFolder
    private let manifest: Manifest
    private let progress: ProgressReporter
    private let queue = DraftQueue()
    private let writing: BackgroundWork<GenerationWriterBox>
    private let created = Date()
    private var documents: [DocumentDraft] = []
    private var places: [PlaceDraft] = []
    private var extents: [String: BoundingBox] = [:]

    /// Takes the lock of the data directory and begins.
    ///
    /// The manifest states what the catalog has. `report` is called from several threads.
    ///
    /// - Throws: `.busy` if another process builds, `.inputOutput` if the disk cannot hold the index.
    package convenience init(
        dataDirectory: URL, manifest: Manifest, progress report: @escaping @Sendable (WorkProgress) -> Void = { _ in }
    ) throws {
        try self.init(dataDirectory: dataDirectory, manifest: manifest, options: BuildOptions(), progress: report)
    }

    init(
        dataDirectory: URL, manifest: Manifest, options: BuildOptions,
        progress report: @escaping @Sendable (WorkProgress) -> Void = { _ in }
    ) throws {
        folder = try BuildFolder(dataDirectory: dataDirectory)
        self.manifest = manifest
        progress = ProgressReporter(report)
        let expected = DocumentKind.allCases.reduce(0) { $0 + (manifest.catalog.counts[$1.description.plural] ?? 0) }
        try folder.checkSpace(documents: expected, options: options)
        let directory = folder.url
        writing = BackgroundWork("index writer") { [queue, progress] in
            do {
                let writer = try GenerationWriter(directory: directory, options: options)
                while let work = queue.take() {
                    switch work {
                    case .documents(let drafts):
                        for draft in drafts { try writer.add(draft) }
                        progress.at(.documents, writer.documentCount, of: expected)
                    case .places(let drafts):
                        for draft in drafts { try writer.add(draft) }
                    }
                }
                return GenerationWriterBox(writer: writer)
            } catch {
                queue.fail(error)
                throw error
            }
        }
    }

    deinit {
        // Ends the writer of a build that was given up, and waits for it: its folder is removed next.
        queue.close()
        _ = try? writing.value()
    }

    /// Adds a document; its id must come after that of the one before, byte by byte.
    ///
    /// - Throws: what the writer failed with, perhaps on an earlier draft.
    package func add(_ draft: DocumentDraft) throws {
        documents.append(draft)
        if documents.count == Self.batchSize { try flushDocuments() }
    }

    /// Adds a place to the gazetteer.
    ///
    /// `names` are the names and former codes that it is known by, folded as queries are, the official name first.
    package func add(_ place: Place, names: [NamedPlace]) throws {
        places.append(PlaceDraft(place: place, names: names))
        if places.count == Self.batchSize { try flushPlaces() }
    }

    private func flushDocuments() throws {
        try queue.put(.documents(documents))
        documents.removeAll(keepingCapacity: true)
    }

    private func flushPlaces() throws {
        try queue.put(.places(places))
        places.removeAll(keepingCapacity: true)
    }

    /// Builds what follows from the drafts, verifies all, and publishes.
    ///
    /// `rootOf` gives the root that a term's family is found by.
    /// - Returns: the manifest of what now serves.
    /// - Throws: `.internal` if the new generation fails its checks, `.inputOutput` if the disk does.
    package func finish(protectedWords: some Collection<String> = [], rootOf: @escaping @Sendable (String) -> String)
        throws -> Manifest
    {
        try flushDocuments()
        try flushPlaces()
        queue.close()
        let counts = try writeRest(
            protectedWords.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, rootOf)
        progress.at(.verification)
        let manifest = try verified(counts)
        progress.at(.publishing)
        try manifest.write(to: folder.url.path)
        for file in [Manifest.fileName, ""] { try DurableFile.sync(folder.path(file)) }
        try folder.publish()
        return manifest
    }

    /// Everything that follows from the drafts.
    ///
    /// - Returns: the counts for the manifest.
    private func writeRest(_ protectedWords: [String], _ rootOf: @escaping @Sendable (String) -> String) throws
        -> [String: Int]
    {
        let box = try writing.value()
        let writer = box.writer
        let problems = writer.tally.problems(comparedWith: manifest.catalog)
        guard problems.isEmpty else { throw IndexStoreError.verification(problems) }
        let facets = try writer.facetTables()
        let sorting = BackgroundWork("index values") { try box.writer.writeDocumentsAndValues(facets: facets) }
        progress.at(.text)
        try writer.mergeText()
        progress.at(.points)
        try writer.writePoints()
        progress.at(.suggestions)
        try writer.writeSuggestions()
        try writer.write(survey)
        try writer.writeMeta(generation: folder.name, created: created.formatted(.iso8601))
        try sorting.value()
        let directory = folder.url
        progress.at(.vocabulary)
        let terms = try GenerationWriter.writeVocabulary(
            of: directory, protectedWords: protectedWords, rootOf: rootOf)
        extents = writer.tally.extents
        return [
            ManifestCount.documents: writer.documentCount, ManifestCount.points: writer.pointCount,
            ManifestCount.places: writer.placeCount,
            ManifestCount.suggestions: writer.suggestionCount, ManifestCount.terms: terms,
            ManifestCount.tokens: writer.checksum.totals.reduce(0, +),
        ]
    }

    /// Checks the new generation while its files are summed and go to the disk.
    ///
    /// - Returns: its manifest.
    /// - Throws: `.internal` with everything that is wrong.
    private func verified(_ counts: [String: Int]) throws -> Manifest {
        var manifest = manifest
        manifest.generation = folder.name
        manifest.definitionVersion = try IndexDefinition.version
        manifest.counts = counts
        manifest.extents = extents
        manifest.created = created.formatted(.iso8601)
        let check = GenerationCheck(generation: try Generation.open(building: folder.url, manifest: manifest))
        let sums = Mutex<[String: FileChecksum]>([:])
        let files = GenerationFiles.checked.map { file in (file, folder.path(file)) }
        let summing: [GenerationCheck.Step] = files.map { file, path in
            {
                let sum = try FileChecksum(ofFileAt: path)
                sums.withLock { $0[file] = sum }
                return []
            }
        }
        let syncing = BackgroundWork("index sync") { for (_, path) in files { try DurableFile.sync(path) } }
        let problems = try inParallel(check.steps + summing).flatMap { $0 }
        try syncing.value()
        guard problems.isEmpty else { throw IndexStoreError.verification(problems.map(\.description)) }
        manifest.files = sums.withLock { $0 }
        let elapsed = progress.elapsed.components
        manifest.durationSeconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
        return manifest
    }
}

/// Carries the writer from its thread to the one that finishes; they never use it at the same time, but for documents
/// and values, whose files no other step touches.
private struct GenerationWriterBox: @unchecked Sendable {
    let writer: GenerationWriter
}
