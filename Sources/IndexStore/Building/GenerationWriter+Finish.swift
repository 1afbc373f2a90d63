import Foundation
import Gazetteer
import IndexDefinition

/// The steps after the last document and place, each a stage of the build.
extension GenerationWriter {
    /// Merges the segments of the inverted index into one.
    func mergeText() throws {
        try database.execute("INSERT INTO search (search) VALUES ('optimize')")
    }

    /// Fills `points.bin` from the points in Hilbert order.
    func writePoints() throws {
        let tree = try PointsWriter(
            path: directory.appendingPathComponent(GenerationFiles.points).path, pointCount: pointCount,
            documentCount: values.count)
        try points.drain(tree.append)
        try tree.finish()
    }

    func writeSuggestions() throws {
        try suggestions.finish(into: database) { goods[$0] ?? 0 }
    }

    /// Writes the table of names and values, and ends the transaction; the database is complete afterwards.
    func writeMeta(generation: String, created: String) throws {
        let meta = try database.prepare("INSERT INTO meta (name, value) VALUES (?, ?)")
        let entries = [
            ("generation", generation), ("created", created), ("definition_version", try IndexDefinition.version),
            (Self.checksumName, checksum.text), (Self.samplesName, samples.text),
        ]
        for (name, value) in entries { try meta.bind(1, name).bind(2, value).run() }
        try database.execute("COMMIT")
    }

    /// The values of the facet fields with their labels.
    ///
    /// The label of a regency is its name, that of a district its name with the regency, that of a category the
    /// category. A code without a place is its own label.
    func facetTables() throws -> [FacetField: FacetTable] {
        let place = try database.prepare("SELECT name, label FROM places WHERE code = ?")
        func table(_ numbers: FacetNumbers, label: (String) throws -> String) rethrows -> FacetTable {
            FacetTable(values: numbers.values, labels: try numbers.values.map(label))
        }
        return [
            .regency: try table(regencies) { code in try place.bind(1, code).first { $0.text(0) } ?? code },
            .district: try table(districts) { code in try place.bind(1, code).first { $0.text(1) } ?? code },
            .category: table(categories) { $0 },
        ]
    }

    /// The entry of `meta` that holds the checksum of all tokens.
    static let checksumName = "token_checksum"
    /// The entry of `meta` that holds words to search for.
    static let samplesName = "samples"

    /// The files that hang on no other.
    func writeDocumentsAndValues(facets: [FacetField: FacetTable]) throws {
        try documents.finish()
        try values.finish(facets: facets)
        try facts.finish(documentCount: values.count)
    }

    /// Writes `vocabulary.bin` from the terms in FTS5 and the names of the gazetteer, and returns the number of terms.
    ///
    /// `protectedWords` must be in byte order.
    static func writeVocabulary(
        of directory: URL, protectedWords: [String], rootOf: @escaping (String) -> String
    ) throws -> Int {
        let database = try Database(
            path: directory.appendingPathComponent(GenerationFiles.index).path, mode: .sequential)
        let writer = try VocabularyWriter(
            path: directory.appendingPathComponent(GenerationFiles.vocabulary).path, rootOf: rootOf)
        try database.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, search, row)")
        try database.prepare("SELECT term, doc FROM temp.terms").forEachRow { row in
            try writer.append(row.text(0), documentCount: row.int(1))
            return true
        }
        try database.prepare("SELECT DISTINCT folded FROM place_names ORDER BY folded").forEachRow { row in
            try writer.append(placeName: row.text(0))
            return true
        }
        for word in protectedWords { try writer.append(protectedWord: word) }
        try writer.finish()
        return writer.count
    }
}
