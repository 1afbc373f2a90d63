import Foundation

/// Finds the folder of a target's files: beside the program, where the build and an installation put it.
///
/// SwiftPM's own `Bundle.module` ends the process where the folder is missing, and does not follow a link to the
/// program; so the folder is looked for here.
package enum ResourceFolder {
    /// The files of a target of this package: `locate("IndexDefinition")`.
    ///
    /// Throws: `IndexDefinitionError` that lists the folders looked in.
    package static func locate(_ target: String) throws(IndexDefinitionError) -> URL {
        let suffix = "_\(target).resources"
        let folders = candidates()
        for folder in folders {
            if let found = resources(suffix, in: folder) { return found }
        }
        throw .resourcesMissing(beside: folders.map(\.path))
    }

    /// The program's folder, as called and with links followed, and `../share/banua` of each.
    private static func candidates() -> [URL] {
        var programs = [Bundle.main.bundleURL]
        if let program = Bundle.main.executableURL {
            programs += [
                program.deletingLastPathComponent(), program.resolvingSymlinksInPath().deletingLastPathComponent(),
            ]
        }
        let shared = programs.map {
            $0.deletingLastPathComponent().appendingPathComponent("share/banua", isDirectory: true)
        }
        var seen = Set<String>()
        return (programs + shared).map(\.standardizedFileURL).filter { seen.insert($0.path).inserted }
    }

    private static func resources(_ suffix: String, in folder: URL) -> URL? {
        let named = folder.appendingPathComponent("banua" + suffix, isDirectory: true)
        if FileManager.default.fileExists(atPath: named.path) { return named }
        // A folder that cannot be listed holds no resources for us.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().first { $0.hasSuffix(suffix) }.map {
            folder.appendingPathComponent($0, isDirectory: true)
        }
    }
}
