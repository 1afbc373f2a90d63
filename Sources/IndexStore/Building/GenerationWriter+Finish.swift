import Foundation
import IndexDefinition

/// The steps after the last document and place, each a stage of the build.
extension GenerationWriter {
    /// Merges the segments of the inverted index into one.
    func mergeText() throws {
        try database.execute("INSERT INTO search (search) VALUES ('optimize')")
    }

    /// Fills the R*Tree and `points.bin` from the points in Hilbert order.
    func writePoints() throws {
        let tree = try PointsWriter(
            path: directory.appendingPathComponent(GenerationFiles.points).path, pointCount: pointCount,
            documentCount: values.count)
        let boxes = try RTreeBulkLoader(database: database.handle, table: "points_rtree", count: pointCount)
        try points.drain { point in
            try tree.append(point)
            try boxes.append(point)
        }
        try tree.finish()
        try boxes.finish()
    }

    func writeSuggestions() throws {
        for (draft, kind) in placeSuggestions {
            try suggestions.add(
                folded: draft.names.first?.folded ?? "", kind: kind, text: draft.name, label: draft.label,
                id: draft.code,
                documents: regencies.documents(of: draft.code) + districts.documents(of: draft.code))
        }
        try suggestions.finish(into: database)
    }

    /// Facet values and meta, then the end of the transaction; the database is complete afterwards.
    func writeTables(generation: String, created: String, protectedWords: [String]) throws {
        try writeFacets()
        let meta = try database.prepare("INSERT INTO meta (name, value) VALUES (?, ?)")
        let entries = [
            ("generation", generation), ("created", created), ("definition_version", try IndexDefinition.version),
            (Self.checksumName, checksum.text), (Self.samplesName, samples.text),
            (Self.protectedWordsName, protectedWords.joined(separator: " ")),
        ]
        for (name, value) in entries { try meta.bind(1, name).bind(2, value).run() }
        try database.execute("COMMIT")
    }

    /// A regency is shown by its name, a district with what it lies in, a category by its word; a code that is no place
    /// by itself.
    private func writeFacets() throws {
        let insert = try database.prepare("INSERT INTO facet_values (field, ordinal, value, label) VALUES (?, ?, ?, ?)")
        let place = try database.prepare("SELECT name, label FROM places WHERE code = ?")
        try regencies.write(into: insert) { code in try place.bind(1, code).first { $0.text(0) } ?? code }
        try districts.write(into: insert) { code in try place.bind(1, code).first { $0.text(1) } ?? code }
        try categories.write(into: insert) { $0 }
    }

    /// The entry of `meta` that holds the checksum of all tokens.
    static let checksumName = "token_checksum"
    /// The entry of `meta` that holds the words that have no root but themselves.
    static let protectedWordsName = "protected_words"
    /// The entry of `meta` that holds words to search for.
    static let samplesName = "samples"

    /// The files that hang on no other.
    func writeDocumentsAndValues() throws {
        try documents.finish()
        try values.finish()
    }

    /// `vocabulary.bin` from the terms that FTS5 really holds, and the names of the gazetteer.
    ///
    /// Returns: how many there are.
    static func writeVocabulary(of directory: URL, rootOf: @escaping (String) -> String) throws -> Int {
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
        try writer.finish()
        return writer.count
    }
}
