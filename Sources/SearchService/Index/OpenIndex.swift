import Foundation
import Geo
import IndexDefinition
import IndexStore
import Search
import Synchronization

/// One open generation with its search sessions and cached answers.
///
/// It lives as long as a request holds it.
final class OpenIndex: Sendable {
    let engine: SearchEngine
    let name: String
    /// The time at which the build of the generation began.
    ///
    /// Nil if the manifest has no valid time.
    let created: Date?
    /// The bounding box of the placed documents of each kind.
    ///
    /// A kind without placed documents has none.
    let extents: [DocumentKind: BoundingBox]
    /// The name of the province of the data.
    ///
    /// Nil if the data has no regencies, or is of several provinces.
    let regionName: String?
    let answers: AnswerCache
    private let idle = Mutex<[SessionBox]>([])

    /// Opens the published generation and searches it once, so that one that cannot answer never serves.
    ///
    /// - Throws: the error of opening or searching (IndexStoreError, SearchError).
    init(dataDirectory: URL, cacheBytes: Int = 0) throws {
        answers = AnswerCache(maxBytes: cacheBytes)
        let generation = try Generation.open(dataDirectory: dataDirectory)
        engine = try SearchEngine(generation: generation)
        name = engine.generationName
        created = try? Date(generation.manifest.created, strategy: .iso8601)
        extents = Dictionary(
            uniqueKeysWithValues: DocumentKind.allCases.compactMap { kind in
                generation.extent(of: kind).map { (kind, $0) }
            })
        let session = try engine.session()
        regionName = try Self.regionName(session)
        idle.withLock { $0.append(SessionBox(session)) }
    }

    /// Lends a session to the calling thread while `work` runs.
    ///
    /// - Throws: the error of making a session, or of the work.
    func withSession<Result>(_ work: (SearchSession) throws -> Result) throws -> Result {
        let box = try idle.withLock { $0.popLast() } ?? SessionBox(engine.session())
        defer { idle.withLock { $0.append(box) } }
        return try work(box.session)
    }

    /// The name of the province of all regencies that have documents.
    private static func regionName(_ session: SearchSession) throws -> String? {
        var request = SearchRequest()
        request.limit = 1
        request.facets = [.regency]
        let regencies = try session.search(request).facets.first?.counts.map(\.value) ?? []
        // A regency's code is the province's code, a dot, and two digits.
        let provinces = Set(regencies.map { $0.prefix { $0 != "." } })
        guard provinces.count == 1, let code = provinces.first else { return nil }
        // A package may have regencies without their province.
        return try? session.place(String(code)).name
    }
}

/// A session that moves between threads.
///
/// Safe because only the thread that took it out of the idle list uses it.
private struct SessionBox: @unchecked Sendable {
    let session: SearchSession
    init(_ session: SearchSession) { self.session = session }
}
