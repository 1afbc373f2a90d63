import Foundation
import Geo
import IndexDefinition
import IndexStore
import Search
import Synchronization

/// One open generation with the search sessions made for it; it lives as long as a request holds it.
final class LoadedIndex: Sendable {
    let engine: SearchEngine
    let name: String
    /// When its build began; nil where its manifest does not say it as we write it.
    let created: Date?
    /// The box around the placed documents of each kind; a kind without any has none.
    let extents: [DocumentKind: BoundingBox]
    let answers: AnswerCache
    private let idle = Mutex<[SessionBox]>([])

    /// Opens a generation and asks it something, so that one that cannot answer is refused before it serves.
    ///
    /// Throws: what opening or asking throws (IndexStoreError, SearchError).
    init(dataDirectory: URL, cacheBytes: Int = 0) throws {
        answers = AnswerCache(mostBytes: cacheBytes)
        let generation = try Generation.open(dataDirectory: dataDirectory)
        engine = try SearchEngine(generation: generation)
        name = engine.generationName
        created = try? Date(generation.manifest.created, strategy: .iso8601)  // nil says so
        extents = Dictionary(
            uniqueKeysWithValues: DocumentKind.allCases.compactMap { kind in
                generation.extent(of: kind).map { (kind, $0) }
            })
        let session = try engine.session()
        _ = try session.search(SearchRequest())
        idle.withLock { $0.append(SessionBox(session)) }
    }

    /// Lends a session to the calling thread for the time of `work`.
    ///
    /// Throws: what making a session or the work throws.
    func withSession<Result>(_ work: (SearchSession) throws -> Result) throws -> Result {
        let box = try idle.withLock { $0.popLast() } ?? SessionBox(engine.session())
        defer { idle.withLock { $0.append(box) } }
        return try work(box.session)
    }
}

/// A session on its way between threads.
///
/// Only the thread that took it out of the idle list uses it, which is what makes this safe.
private struct SessionBox: @unchecked Sendable {
    let session: SearchSession
    init(_ session: SearchSession) { self.session = session }
}
