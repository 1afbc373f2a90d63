import Base
import Foundation
import IndexDefinition
import TestSupport
import Testing

@testable import IndexStore

@Suite struct GenerationsTests {
    private let directory: TemporaryDirectory
    private let generations: Generations

    init() throws {
        directory = try TemporaryDirectory()
        generations = Generations(dataDirectory: directory.url)
    }

    private func build(_ count: Int, documents: Int = 20) throws {
        for index in 0..<count { try Corpus(count: documents, seed: UInt64(index)).build(in: directory.url) }
    }

    private func hidden() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: generations.folder.path).filter {
            $0.hasPrefix(".") && $0 != GenerationFiles.lock
        }
    }

    @Test("an empty data directory has no generation, and says what to do")
    func empty() throws {
        #expect(try generations.current() == nil && generations.names().isEmpty)
        let error = #expect(throws: IndexStoreError.self) { try Generation.open(dataDirectory: directory.url) }
        #expect(error?.kind == .noInput && error?.message.contains("banua-rebuild") == true)
    }

    @Test("numbers generations one after another; the last serves")
    func list() throws {
        try build(3)
        #expect(try generations.names() == ["000001", "000002", "000003"])
        #expect(try generations.current() == "000003")
        for name in try generations.names() {
            let manifest = try generations.manifest(of: name)
            #expect(manifest.generation == name && manifest.counts[ManifestCount.documents] == 20)
            #expect(generations.bytes(of: name) > manifest.bytes && manifest.bytes > 10_000)
        }
        #expect(try Generation.open(dataDirectory: directory.url).name == "000003")
        #expect(try hidden().isEmpty)
    }

    @Test("rolls back to the one before, to one named, and numbers on from the last")
    func rollback() throws {
        try build(3)
        #expect(try generations.rollback(to: nil) == "000002")
        #expect(try generations.current() == "000002")
        #expect(try generations.rollback(to: "000003") == "000003")
        #expect(try generations.rollback(to: "000001") == "000001")
        #expect(throws: IndexStoreError.self) { try generations.rollback(to: nil) }
        #expect(throws: IndexStoreError.self) { try generations.rollback(to: "000009") }
        #expect(try generations.current() == "000001")
        try build(1)
        #expect(try generations.current() == "000004")
    }

    @Test("does not roll back to a damaged one")
    func rollbackToDamaged() throws {
        try build(2)
        try Data("junk".utf8).write(to: generations.directory(of: "000001").appendingPathComponent("values.bin"))
        #expect(throws: IndexStoreError.self) { try generations.rollback(to: nil) }
        #expect(try generations.current() == "000002")
    }

    @Test("prunes all but the newest and the one that serves")
    func prune() throws {
        try build(4)
        try generations.rollback(to: "000001")
        #expect(try generations.prune(keep: 2) == ["000002"])
        #expect(try generations.names() == ["000001", "000003", "000004"])
        #expect(try generations.prune(keep: 1) == ["000003"])
        #expect(try generations.prune(keep: 1).isEmpty)
        #expect(throws: IndexStoreError.self) { try generations.prune(keep: 0) }
        #expect(try hidden().isEmpty)
    }

    @Test("does not prune a generation that a reader still holds")
    func pruneHeld() throws {
        try build(2)
        var held: Generation? = try Generation.open(directory: generations.directory(of: "000001"))
        #expect(try generations.prune(keep: 1).isEmpty)
        #expect(try held.map { try IndexReader($0).document(at: 0) != nil } == true)
        held = nil
        #expect(try generations.prune(keep: 1) == ["000001"])
    }

    @Test(
        "a CURRENT that names nothing is told, not followed",
        arguments: ["../../etc", "", "00001", "000001x", "000077\n"])
    func damagedCurrent(content: String) throws {
        try build(1)
        try directory.write(content, to: "CURRENT")
        #expect {
            try Generation.open(dataDirectory: directory.url)
        } throws: { error in
            let kind = (error as? any Failure)?.kind
            return kind == .data || kind == .inputOutput
        }
    }

    @Test("while generations are published and pruned, every opening finds one whole")
    func concurrentOpens() throws {
        try build(1)
        let url = directory.url
        let opened = BackgroundWork("opening") { () -> (count: Int, names: Set<String>) in
            var result = (count: 0, names: Set<String>())
            while try Generations(dataDirectory: url).current() != "000009" {
                let generation = try Generation.open(dataDirectory: url)
                let found = try IndexReader(generation).document(at: generation.documentCount - 1)
                guard found != nil else { throw IndexStoreError(.internal, "the last document is missing") }
                result.count += 1
                result.names.insert(generation.name)
            }
            return result
        }
        for _ in 0..<8 {
            try build(1)
            _ = try generations.prune(keep: 1)
        }
        let result = try opened.value()
        #expect(result.count > 8 && result.names.count > 1)
    }
}
