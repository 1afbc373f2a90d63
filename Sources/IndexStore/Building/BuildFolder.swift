import Base
import Foundation

/// The folder in which a generation is being built, under the lock of its data directory; removed with this object
/// unless it was published.
final class BuildFolder {
    let url: URL
    let generations: Generations
    /// The name that the generation will have.
    let name: String
    private let lock: FileLock
    private var isPublished = false

    /// - Throws: `.busy` if another process builds, `.inputOutput` if the folder cannot be made.
    init(dataDirectory: URL) throws {
        generations = Generations(dataDirectory: dataDirectory)
        lock = try generations.lock()
        try generations.removeLeftovers()
        name = try generations.nextName()
        url = generations.folder.appendingPathComponent(GenerationFiles.buildingPrefix + name, isDirectory: true)
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        } catch {
            throw IndexStoreError(.inputOutput, "Cannot create '\(url.path)': \(error.localizedDescription)")
        }
    }

    deinit {
        // What cannot be removed now the next build removes.
        if !isPublished { try? FileManager.default.removeItem(at: url) }
    }

    func path(_ file: String) -> String { url.appendingPathComponent(file).path }

    func publish() throws {
        try generations.publish(url, as: name)
        isPublished = true
    }

    /// Refuses a build that the disk cannot hold.
    ///
    /// The need is what the last generation took for each document, or else a guess on the safe side, and half as much
    /// again for scratch files.
    func checkSpace(documents: Int, options: BuildOptions) throws {
        // A generation whose manifest cannot be read says nothing about the size.
        let known = try generations.names().reversed().lazy.compactMap { [generations] name in
            (try? generations.manifest(of: name)).map { (name: name, manifest: $0) }
        }.first
        let each = known.flatMap { name, manifest in
            manifest.counts[ManifestCount.documents].map { generations.bytes(of: name) / max($0, 1000) }
        }
        let needed = 4_000_000 + documents * max(each ?? 2500, 500) * 3 / 2
        let free = try options.freeBytes(generations.folder)
        guard free >= needed else {
            throw IndexStoreError.diskTooSmall(generations.folder.path, needed: needed, free: free)
        }
    }
}
