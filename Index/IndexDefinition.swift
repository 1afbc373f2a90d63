import Foundation

/// Typed access to what the index is: its schema, the analyzers' word lists, the ranking weights, and the bundled data
/// packages.
///
///     try IndexDefinition.schema("search")        // "CREATE VIRTUAL TABLE search USING fts5(..."
///     try IndexDefinition.version                 // "2-8d0c2f5e91b3a764"
///
/// Shape: the files are read once, at first use.
/// Throws: `IndexDefinitionError` (data) where the files are missing beside the program.
package enum IndexDefinition {
    /// Raised when the layout of a generation's files changes, so that an older program refuses a newer generation and
    /// the reverse.
    package static let formatNumber = 3

    /// The format number and a hash over schema, analyzer and ranking files: a generation of another version wants a
    /// rebuild.
    package static var version: String {
        get throws(IndexDefinitionError) { try files.get().version }
    }

    /// The SQL of one group of tables, by the file's name without `.sql`.
    package static func schema(_ name: String) throws(IndexDefinitionError) -> String {
        let schemas = try files.get().schemas
        guard let sql = schemas[name] else { throw .unknownName(name, in: "Schema", known: schemas.keys.sorted()) }
        return sql
    }

    /// The text of every analyzer file by its path within Analyzers, such as "id/roots.txt".
    package static func analyzerFiles() throws(IndexDefinitionError) -> [String: String] {
        try files.get().analyzers
    }

    /// The weights of ranking.json, checked.
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
            // A folder that cannot be listed has no packages to name.
            throw .unknownName(
                name, in: "Packages",
                known: ((try? FileManager.default.contentsOfDirectory(atPath: packages.path)) ?? []).sorted())
        }
        return url
    }

    private static let files = Result { () throws(IndexDefinitionError) in
        try DefinitionFiles(root: ResourceFolder.locate("IndexDefinition"))
    }
}
