import Foundation

/// The definition of the index: its schema, word lists, ranking weights, and the bundled data packages.
///
///     try IndexDefinition.schema("search")        // "CREATE VIRTUAL TABLE search USING fts5(..."
///     try IndexDefinition.version                 // "10-8d0c2f5e91b3a764"
///
/// The files are read once, at first use.
///
/// - Throws: `IndexDefinitionError` (data) if a file is missing.
package enum IndexDefinition {
    /// The number of the file format of a generation.
    ///
    /// Increase it with every change of the format. Programs reject a generation with another format number.
    package static let formatNumber = 10

    /// The format number and a hash of the files of schema, analyzers, ranking, facts and rules of OVOP.
    ///
    /// A generation with another version must be rebuilt.
    package static var version: String {
        get throws(IndexDefinitionError) { try files.get().version }
    }

    /// The SQL of a group of tables, by the file name without `.sql`.
    package static func schema(_ name: String) throws(IndexDefinitionError) -> String {
        let schemas = try files.get().schemas
        guard let sql = schemas[name] else { throw .unknownName(name, in: "Schema", known: schemas.keys.sorted()) }
        return sql
    }

    /// The text of every analyzer file by its path in Analyzers, such as "id/roots.txt".
    package static func analyzerFiles() throws(IndexDefinitionError) -> [String: String] {
        try files.get().analyzers
    }

    /// The validated weights of ranking.json.
    package static func ranking() throws(IndexDefinitionError) -> RankingWeights {
        try files.get().ranking
    }

    /// The folder of a bundled data package, such as "kalsel".
    package static func packageURL(_ name: String) throws(IndexDefinitionError) -> URL {
        let packages = try files.get().root.appendingPathComponent("Packages", isDirectory: true)
        let url = packages.appendingPathComponent(name, isDirectory: true)
        guard !name.contains("/"),
            FileManager.default.fileExists(atPath: url.appendingPathComponent("manifest.json").path)
        else {
            // If the folder cannot be listed, the message names no packages.
            throw .unknownName(
                name, in: "Packages",
                known: ((try? FileManager.default.contentsOfDirectory(atPath: packages.path)) ?? []).sorted())
        }
        return url
    }

    static let files = Result { () throws(IndexDefinitionError) in
        try DefinitionFiles(root: ResourceFolder.locate("IndexDefinition"))
    }
}
