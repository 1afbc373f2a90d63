import Base
import Foundation

/// The contents of the files of the definition.
///
/// They are read together, so the version belongs to the content in use.
struct DefinitionFiles: Sendable {
    let root: URL
    let schemas: [String: String]
    let analyzers: [String: String]
    let ranking: RankingWeights
    /// The tables of facts by file name.
    let factTables: [String: String]
    /// The tables of OVOP by file name.
    let ovopTables: [String: String]
    let version: String

    init(root: URL) throws(IndexDefinitionError) {
        self.root = root
        let schemaFiles = try Self.texts(in: root.appendingPathComponent("Schema", isDirectory: true), extension: "sql")
        schemas = Dictionary(
            uniqueKeysWithValues: schemaFiles.map { (String($0.key.dropLast(".sql".count)), $0.value) })
        analyzers = try Self.texts(in: root.appendingPathComponent("Analyzers", isDirectory: true), extension: nil)
        let rankingURL = root.appendingPathComponent("ranking.json")
        let rankingText = try Self.text(rankingURL)
        ranking = try RankingWeights(json: Data(rankingText.utf8), path: rankingURL.path)
        factTables = try Self.tables(FactRows.fileNames, in: root)
        ovopTables = try Self.tables(OVOPTable.fileNames, in: root)
        let single = factTables.merging(ovopTables) { $1 }.merging(["ranking.json": rankingText]) { $1 }
        version = Self.version(of: [("Schema", schemaFiles), ("Analyzers", analyzers), ("", single)])
    }

    private static func tables(_ names: [String], in root: URL) throws(IndexDefinitionError) -> [String: String] {
        var tables: [String: String] = [:]
        for name in names { tables[name] = try text(root.appendingPathComponent(name)) }
        return tables
    }

    /// The FNV-1a hash of names and contents, in the order of the names.
    private static func version(of groups: [(String, [String: String])]) -> String {
        var hash = FNV1a()
        for (folder, files) in groups {
            for (name, text) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                hash.addField("\(folder)/\(name)")
                hash.addField(text)
            }
        }
        return "\(IndexDefinition.formatNumber)-" + Hexadecimal.digits(of: hash.value)
    }

    private static func texts(in folder: URL, extension: String?) throws(IndexDefinitionError) -> [String: String] {
        guard let walk = FileManager.default.enumerator(atPath: folder.path) else {
            throw .unreadable(folder.path, reason: "it is not a folder")
        }
        var texts: [String: String] = [:]
        for case let path as String in walk {
            let url = folder.appendingPathComponent(path)
            guard !url.lastPathComponent.hasPrefix("."), !url.hasDirectoryPath, !isDirectory(url) else { continue }
            guard `extension` == nil || url.pathExtension == `extension` else { continue }
            texts[path] = try text(url)
        }
        return texts
    }

    private static func isDirectory(_ url: URL) -> Bool {
        var directory: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &directory) && directory.boolValue
    }

    private static func text(_ url: URL) throws(IndexDefinitionError) -> String {
        do {
            return try String(contentsOf: url, encoding: .utf8)
        } catch {
            throw .unreadable(url.path, reason: "\(error.localizedDescription)")
        }
    }
}
