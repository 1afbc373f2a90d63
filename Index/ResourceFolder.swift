import Foundation

/// Finds the resource folder of a target, next to the program or in its installation.
///
/// `Bundle.module` of SwiftPM terminates the process if the folder is missing, and does not resolve symbolic links.
package enum ResourceFolder {
    /// The folder with the files of a target of this package: `locate("IndexDefinition")`.
    ///
    /// - Throws: `IndexDefinitionError` that lists the folders that were searched.
    package static func locate(_ target: String) throws(IndexDefinitionError) -> URL {
        let suffix = "_\(target).resources"
        let folders = candidates()
        for folder in folders {
            if let found = resources(suffix, in: folder) { return found }
        }
        throw .resourcesMissing(beside: folders.map(\.path))
    }

    /// The folder of the program and `../share/banua`, with and without symbolic links resolved.
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
        // A folder that cannot be listed has no resources.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().first { $0.hasSuffix(suffix) }.map {
            folder.appendingPathComponent($0, isDirectory: true)
        }
    }
}
