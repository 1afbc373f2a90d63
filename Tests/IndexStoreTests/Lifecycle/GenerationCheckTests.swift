import Foundation
import Geo
import IndexDefinition
import TestSupport
import Testing

@testable import IndexStore

/// What checksums cannot find: files that were built wrong, with checksums of the wrong content.
@Suite struct GenerationCheckTests {
    private static let tampering: [(what: String, sql: String)] = [
        ("text index", "INSERT INTO search (rowid, name_text) VALUES (9999, 'w1')"),
        (
            "text index",
            """
            INSERT INTO search (search, rowid, name_text, other_names_text, commodity_text, description_text, place_text)
            SELECT 'delete', rowid, 'w1', '', '', '', '' FROM search LIMIT 1
            """
        ),
        ("field lengths", "UPDATE search_docsize SET sz = x'0102030405' WHERE id = 7"),
        ("field lengths", "DELETE FROM search_docsize WHERE id = 7"),
        ("documents", "DELETE FROM search_docsize WHERE id = (SELECT max(id) FROM search_docsize)"),
        ("the table 'documents'", "DELETE FROM documents WHERE ordinal = 60"),
        ("row of document 6", "DELETE FROM documents WHERE ordinal = 7"),
        ("row of document 6", "UPDATE documents SET name = name || 'x' WHERE ordinal = 7"),
        ("row of document 6", "UPDATE documents SET kind = 'x' WHERE ordinal = 7"),
        ("row of document 6", "UPDATE documents SET longitude = 1 WHERE ordinal = 7"),
        ("place's name", "INSERT INTO place_names SELECT 'zzz', code, source, 1, 1 FROM place_names LIMIT 1"),
        ("text index", "UPDATE meta SET value = '0' WHERE name = 'token_checksum'"),
        ("damaged", "DELETE FROM search_data WHERE id > 1000 AND id = (SELECT max(id) FROM search_data)"),
    ]

    @Test("finds what was built wrong", arguments: tampering.indices)
    func finds(index: Int) throws {
        let (what, sql) = Self.tampering[index]
        let directory = try TemporaryDirectory()
        var corpus = Corpus(count: 60, seed: 8)
        corpus.documents[0].coordinate = Corpus(count: 60, seed: 8).documents.compactMap(\.coordinate).first
        try corpus.build(in: directory.url)
        let generations = Generations(dataDirectory: directory.url)
        #expect(try generations.verify() == [])
        try Self.change(generations.directory(of: "000001"), sql)
        let problems = try generations.verify()
        #expect(problems.contains { $0.finding.contains(what) }, "\(problems)")
    }

    private static let miswriting: [(what: String, change: @Sendable (inout [DocumentDraft]) -> Void)] = [
        ("does not come after", { $0.swapAt(3, 4) }), ("does not come after", { $0[7].id = $0[6].id }),
        ("is no JSON object", { $0[9].body = "" }),
    ]

    @Test("finds documents that were written wrong", arguments: miswriting.indices)
    func documents(index: Int) throws {
        let (what, change) = Self.miswriting[index]
        let directory = try TemporaryDirectory()
        let corpus = Corpus(count: 60, seed: 8)
        try corpus.build(in: directory.url)
        var drafts = corpus.documents
        change(&drafts)
        let target = Generations(dataDirectory: directory.url).directory(of: "000001")
        let writer = try DocumentsWriter(path: target.appendingPathComponent(GenerationFiles.documents).path)
        for draft in drafts { try writer.append(id: draft.id, name: draft.name, texts: draft.texts, body: draft.body) }
        try writer.finish()
        try Self.change(target, "SELECT 1")
        let problems = try Generations(dataDirectory: directory.url).verify()
        #expect(problems.contains { $0.finding.contains(what) }, "\(problems)")
    }

    @Test("finds a vocabulary of another index")
    func vocabulary() throws {
        let (first, second) = (try TemporaryDirectory(), try TemporaryDirectory())
        try Corpus(count: 60, seed: 8).build(in: first.url)
        try Corpus(count: 60, seed: 9).build(in: second.url)
        let target = Generations(dataDirectory: first.url).directory(of: "000001")
        let source = Generations(dataDirectory: second.url).directory(of: "000001")
        for file in [GenerationFiles.vocabulary, GenerationFiles.points] {
            try Data(contentsOf: source.appendingPathComponent(file)).write(to: target.appendingPathComponent(file))
        }
        try Self.change(target, "SELECT 1")
        let problems = try Generations(dataDirectory: first.url).verify()
        #expect(!problems.isEmpty)
    }

    @Test("finds placed counts and extents in the manifest that are not those of the values")
    func manifest() throws {
        let directory = try TemporaryDirectory()
        try Corpus(count: 60, seed: 8).build(in: directory.url)
        let generations = Generations(dataDirectory: directory.url)
        let folder = generations.directory(of: "000001").path
        let sound = try Manifest(readFrom: folder)
        var changed = sound
        changed.catalog.placed["sentra", default: 0] += 1
        try changed.write(to: folder)
        #expect(try generations.verify().map(\.file) == [Manifest.fileName])
        changed = sound
        changed.extents["sentra"]?.west -= 1
        try changed.write(to: folder)
        #expect(try generations.verify().map(\.file) == [Manifest.fileName])
    }

    @Test(
        "finds facts that were written wrong",
        arguments: [("start7", "certification"), ("value7", "certification"), ("least0", "price")])
    func facts(column: String, fact: String) throws {
        let directory = try TemporaryDirectory()
        try Corpus(count: 60, seed: 8).build(in: directory.url)
        let generations = Generations(dataDirectory: directory.url)
        let target = generations.directory(of: "000001")
        let url = target.appendingPathComponent(GenerationFiles.facts)
        let bytes = column.hasPrefix("least") ? 8 : 4
        let file = try ColumnFile(path: url.path, format: FactsFormat.file)
        let start = try file.records(column, bytes: bytes) - #require(file.file.bytes.baseAddress)
        var data = try Data(contentsOf: url)
        data.replaceSubrange(start..<(start + bytes), with: [UInt8](repeating: 0x7E, count: bytes))
        try data.write(to: url)
        try Self.change(target, "SELECT 1")
        let problems = try generations.verify()
        #expect(problems.map(\.file) == [GenerationFiles.facts] && problems[0].finding.contains(fact), "\(problems)")
    }

    /// Changes the database and writes a manifest that agrees with it.
    private static func change(_ directory: URL, _ sql: String) throws {
        try Database(path: directory.appendingPathComponent(GenerationFiles.index).path, mode: .check).execute(sql)
        var manifest = try Manifest(readFrom: directory.path)
        for file in GenerationFiles.checked {
            manifest.files[file] = try FileChecksum(ofFileAt: directory.appendingPathComponent(file).path)
        }
        try manifest.write(to: directory.path)
    }
}
