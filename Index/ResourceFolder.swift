import Foundation

/// Finds the folder of the index definition's files: beside the program, where the build and an installation put it.
///
/// SwiftPM's own `Bundle.module` ends the process where the folder is missing, and does not follow a link to the program; so the folder is
/// looked for here first, and only a program that is run from elsewhere (as tests on macOS are) asks the bundle.
enum ResourceFolder {
    private static let suffix = "_IndexDefinition.resources"

    static func locate() throws(IndexDefinitionError) -> URL {
        let folders = candidates()
        for folder in folders {
            if let found = resources(in: folder) { return found }
        }
        #if os(Linux)
            throw .resourcesMissing(beside: folders.map(\.path))
        #else
            return Bundle.module.bundleURL
        #endif
    }

    /// The program's folder, as called and with links followed, and `../share/banua` of each.
    private static func candidates() -> [URL] {
        var programs = [Bundle.main.bundleURL]
        if let program = Bundle.main.executableURL {
            programs += [program.deletingLastPathComponent(), program.resolvingSymlinksInPath().deletingLastPathComponent()]
        }
        let shared = programs.map { $0.deletingLastPathComponent().appendingPathComponent("share/banua", isDirectory: true) }
        var seen = Set<String>()
        return (programs + shared).map(\.standardizedFileURL).filter { seen.insert($0.path).inserted }
    }

    private static func resources(in folder: URL) -> URL? {
        let named = folder.appendingPathComponent("banua" + suffix, isDirectory: true)
        if FileManager.default.fileExists(atPath: named.path) { return named }
        // A folder that cannot be listed holds no resources for us.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().first { $0.hasSuffix(suffix) }.map { folder.appendingPathComponent($0, isDirectory: true) }
    }
}
