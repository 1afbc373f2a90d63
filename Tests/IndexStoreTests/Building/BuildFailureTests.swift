import Base
import Foundation
import Geo
import IndexDefinition
import TestSupport
import Testing

@testable import IndexStore

@Suite struct BuildFailureTests {
    private let directory: TemporaryDirectory
    private let generations: Generations
    private let corpus = Corpus(count: 30, seed: 5)

    init() throws {
        directory = try TemporaryDirectory()
        generations = Generations(dataDirectory: directory.url)
        try corpus.build(in: directory.url)
    }

    /// Runs a build that must fail, and checks that it left nothing behind and the old generation serving.
    private func failing(_ body: () throws -> Void) throws -> IndexStoreError {
        let error = try #require(throws: IndexStoreError.self) { try body() }
        #expect(try generations.names() == ["000001"])
        #expect(try Generation.open(dataDirectory: directory.url).name == "000001")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: generations.folder.path).sorted() == [
                GenerationFiles.lock, "000001",
            ])
        #expect(try generations.verify() == [])
        return error
    }

    @Test("a second rebuild is refused while one runs")
    func lock() throws {
        let builder = try GenerationBuilder(dataDirectory: directory.url, manifest: corpus.manifest)
        for refused in [
            { _ = try GenerationBuilder(dataDirectory: directory.url, manifest: corpus.manifest) },
            { _ = try generations.prune(keep: 1) },
        ] {
            let error = #expect(throws: IndexStoreError.self) { try refused() }
            #expect(error?.kind == .busy)
        }
        withExtendedLifetime(builder) {}
    }

    @Test("a disk that cannot hold the index is refused at the start")
    func diskFull() throws {
        var options = BuildOptions()
        options.freeBytes = { _ in 1_000_000 }
        let error = try failing { try corpus.build(in: directory.url, options: options) }
        #expect(error.kind == .inputOutput && error.message.contains("1 MB free"))
    }

    @Test("documents out of order are refused")
    func unordered() throws {
        var wrong = corpus
        wrong.documents.swapAt(10, 11)
        #expect(try failing { try wrong.build(in: directory.url) }.message.contains("'doc-00010'"))
    }

    @Test("the same id twice is refused")
    func repeatedID() throws {
        var wrong = corpus
        wrong.documents[11].id = wrong.documents[10].id
        _ = try failing { try wrong.build(in: directory.url) }
    }

    @Test("a position off the Earth is refused")
    func offEarth() throws {
        var wrong = corpus
        wrong.documents[3].coordinate = Coordinate(longitude: 1e6, latitude: 9e6)
        #expect(try failing { try wrong.build(in: directory.url) }.message.contains("doc-00003"))
    }

    @Test("documents that are not those of the catalog are not published", arguments: 0..<3)
    func otherThanCatalog(change: Int) throws {
        var manifest = corpus.manifest
        switch change {
        case 0: manifest.catalog.counts["villages", default: 0] += 1
        case 1: manifest.catalog.placed["sentra", default: 0] -= 1
        default: manifest.catalog.checksums["products"] = "0000000000000001"
        }
        let error = try failing {
            let builder = try GenerationBuilder(dataDirectory: directory.url, manifest: manifest)
            for document in corpus.documents { try builder.add(document) }
            _ = try builder.finish { $0 }
        }
        #expect(error.message.contains("catalog"))
    }

    @Test("a token that the index would split is found out before publishing")
    func splitToken() throws {
        var wrong = corpus
        wrong.documents[0].tokens[0] = "it's \"quoted\""
        #expect(try failing { try wrong.build(in: directory.url) }.message.contains("text index"))
    }

    @Test("a build that is given up removes its folder")
    func givenUp() throws {
        _ = try failing {
            let builder = try GenerationBuilder(dataDirectory: directory.url, manifest: corpus.manifest)
            for document in corpus.documents { try builder.add(document) }
            throw IndexStoreError(.usage, "given up")
        }
    }

    @Test("what killed builds and prunings left behind is cleared by the next build")
    func leftovers() throws {
        try directory.write("half", to: "generations/.building-000002/index.sqlite")
        try directory.write("half", to: "generations/.removing-000000/values.bin")
        try corpus.build(in: directory.url)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: generations.folder.path).sorted() == [
                GenerationFiles.lock, "000001", "000002",
            ])
    }

    @Test("an empty catalog makes an empty index that answers")
    func emptyCatalog() throws {
        try Corpus(documents: [], places: []).build(in: directory.url)
        let generation = try Generation.open(dataDirectory: directory.url)
        let reader = try IndexReader(generation)
        let clause = MatchClause(.must, terms: [MatchTerm(["w0"])], idf: 1)
        #expect(
            try reader.match(
                IndexQuery(clauses: [clause], weights: IndexDefinition.ranking(), order: .score, limit: 3)
            ).total == 0)
        #expect(try reader.match(IndexQuery(order: .name, limit: 3)).hits.isEmpty)
        #expect(try reader.document(withID: "x") == nil && reader.suggestions(prefix: "a", limit: 5).isEmpty)
        #expect(try generations.verify() == [])
    }
}

extension Corpus {
    init(documents: [DocumentDraft], places: [PlaceDraft]) {
        self.init(count: 0, seed: 0)
        self.documents = documents
        self.places = places
    }
}
