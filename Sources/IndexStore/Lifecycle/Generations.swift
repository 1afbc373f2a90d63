import Base
import Foundation

/// The generations of a data directory: which there are, which one serves, and how that changes.
///
///     let generations = Generations(dataDirectory: url)
///     try generations.current()                  // "000007"
///     try generations.rollback(to: nil)          // "000006"
package struct Generations: Sendable {
    package let dataDirectory: URL

    package init(dataDirectory: URL) {
        self.dataDirectory = dataDirectory
    }

    var folder: URL { dataDirectory.appendingPathComponent(GenerationFiles.folder, isDirectory: true) }
    private var currentFile: URL { dataDirectory.appendingPathComponent(GenerationFiles.current) }

    package func directory(of name: String) -> URL {
        folder.appendingPathComponent(name, isDirectory: true)
    }

    /// The name of the generation that serves, or nil if there is none yet.
    ///
    /// - Throws: `.data` if CURRENT holds something else than a name.
    package func current() throws -> String? {
        guard FileManager.default.fileExists(atPath: currentFile.path) else { return nil }
        let content: String
        do {
            content = try String(contentsOf: currentFile, encoding: .utf8)
        } catch {
            throw IndexStoreError(.inputOutput, "Cannot read '\(currentFile.path)': \(error.localizedDescription)")
        }
        let name = content.trimmingCharacters(in: .whitespacesAndNewlines)
        guard Self.isName(name) else { throw IndexStoreError.damagedCurrent(currentFile.path, String(name.prefix(40))) }
        return name
    }

    /// The names of all complete generations, oldest first.
    package func names() throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter(Self.isName).sorted {
                ($0.count, $0) < ($1.count, $1)
            }
        } catch {
            throw IndexStoreError(.inputOutput, "Cannot read '\(folder.path)': \(error.localizedDescription)")
        }
    }

    /// The manifest of a generation.
    ///
    /// - Throws: `.data` if it is damaged or of another format, `.inputOutput` if it cannot be read.
    package func manifest(of name: String) throws -> Manifest { try Manifest(readFrom: directory(of: name).path) }

    /// The bytes of a generation's files.
    ///
    /// A file that is missing counts nothing here; `verify` says that it is.
    package func bytes(of name: String) -> Int {
        (GenerationFiles.checked + [Manifest.fileName]).reduce(0) { sum, file in
            sum
                + ((try? FileManager.default.byteCount(atPath: directory(of: name).appendingPathComponent(file).path))
                    ?? 0)
        }
    }

    /// Makes an older generation serve again: the one named, or the newest before the present one.
    ///
    /// - Returns: its name.
    /// - Throws: `.usage` if there is none such, `.data` if it is damaged, `.busy` while another
    ///   process builds.
    @discardableResult
    package func rollback(to name: String?) throws -> String {
        let lock = try lock()
        defer { withExtendedLifetime(lock) {} }
        let names = try names()
        let target: String
        if let name {
            guard names.contains(name) else { throw IndexStoreError.unknownGeneration(name, known: names) }
            target = name
        } else {
            let current = try current()
            guard let older = names.last(where: { Self.isOlder($0, than: current) }) else {
                throw IndexStoreError.nothingToRollBackTo(current)
            }
            target = older
        }
        _ = try Generation.open(directory: directory(of: target))
        try setCurrent(target)
        return target
    }

    /// Removes old generations: all but the newest `keep` and the one that serves; those still being read stay, too.
    ///
    /// - Returns: the names removed, oldest first.
    /// - Throws: `.usage` if `keep` is below 1, `.busy` while another
    ///   process builds.
    @discardableResult
    package func prune(keep: Int) throws -> [String] {
        guard keep >= 1 else { throw IndexStoreError.keepOutOfRange(keep) }
        let lock = try lock()
        defer { withExtendedLifetime(lock) {} }
        try removeLeftovers()
        let current = try current()
        var removed: [String] = []
        for name in try names().dropLast(keep) where name != current {
            if try remove(name) { removed.append(name) }
        }
        return removed
    }

    // MARK: For the builder

    func lock() throws -> FileLock {
        try createFolder()
        let path = folder.appendingPathComponent(GenerationFiles.lock).path
        guard let lock = try FileLock(path) else { throw IndexStoreError.rebuildRunning(path) }
        return lock
    }

    /// The name that the next generation gets.
    func nextName() throws -> String {
        let last = try (names() + [current() ?? ""]).compactMap { Int($0) }.max() ?? 0
        let digits = String(last + 1)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    /// Names a directory and makes it serve; the last step of a build.
    func publish(_ building: URL, as name: String) throws {
        try DurableFile.rename(building.path, to: directory(of: name).path)
        try DurableFile.sync(folder.path)
        try setCurrent(name)
    }

    /// Removes what builds and prunings that were killed have left behind.
    ///
    /// Only the holder of the lock may.
    func removeLeftovers() throws {
        guard let names = FileManager.default.enumerator(atPath: folder.path) else { return }
        for case let name as String in names {
            names.skipDescendants()
            if name.hasPrefix(GenerationFiles.buildingPrefix) || name.hasPrefix(Self.removingPrefix) {
                try removeFolder(name)
            }
        }
    }

    private static let removingPrefix = ".removing-"

    private func setCurrent(_ name: String) throws {
        try DurableFile.replace(currentFile.path, with: name + "\n")
    }

    /// False if a reader still holds it.
    ///
    /// It loses its name first, so that nobody meets half of it.
    private func remove(_ name: String) throws -> Bool {
        let manifest = directory(of: name).appendingPathComponent(Manifest.fileName).path
        let descriptor = Foundation.open(manifest, O_RDONLY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        if descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0 { return false }
        try DurableFile.rename(
            directory(of: name).path, to: folder.appendingPathComponent(Self.removingPrefix + name).path)
        try removeFolder(Self.removingPrefix + name)
        return true
    }

    private func removeFolder(_ name: String) throws {
        do {
            try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
        } catch {
            throw IndexStoreError(.inputOutput, "Cannot remove '\(folder.path)/\(name)': \(error.localizedDescription)")
        }
    }

    private func createFolder() throws {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw IndexStoreError(.inputOutput, "Cannot create '\(folder.path)': \(error.localizedDescription)")
        }
    }

    private static func isName(_ name: String) -> Bool {
        (6...12).contains(name.utf8.count) && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isOlder(_ name: String, than other: String?) -> Bool {
        guard let other else { return true }
        return (name.count, name) < (other.count, other)
    }
}
