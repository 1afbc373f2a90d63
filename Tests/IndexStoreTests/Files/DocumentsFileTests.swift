import Base
import Foundation
import IndexDefinition
import TestSupport
import Testing

@testable import IndexStore

@Suite("documents.bin")
struct DocumentsFileTests {
    private struct Written: Equatable {
        var id: String
        var name: String
        var texts: [String]
        var body: String
    }

    private static func random(_ count: Int, seed: UInt64) -> [Written] {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "", "a", "purun", "é", "日本", "\u{1F}", "\u{0}", "\n\"{}", String(repeating: "panjang ", count: 400),
        ]
        func text() -> String {
            (0..<Int.random(in: 0...3, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
        let ids = Set((0..<count).map { "doc-\($0 * 7919 % 1000)" + text() }).sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        return ids.map {
            Written(id: $0, name: text(), texts: IndexField.allCases.map { _ in text() }, body: "{\(text())}")
        }
    }

    private static func write(_ documents: [Written], to directory: TemporaryDirectory) throws -> String {
        let path = directory.path + "/documents.bin"
        let writer = try DocumentsWriter(path: path)
        for document in documents {
            try writer.append(id: document.id, name: document.name, texts: document.texts, body: document.body)
        }
        try writer.finish()
        return path
    }

    private static func read(_ file: DocumentsFile, at ordinal: Int) throws -> Written {
        let document = StoredDocument(
            DocumentRef(ordinal: ordinal), kind: .sentra, coordinate: nil, record: try file.record(at: ordinal))
        return Written(
            id: document.id, name: document.name, texts: IndexField.allCases.map(document.text),
            body: String(decoding: document.body, as: UTF8.self))
    }

    @Test("gives back every document by ordinal, and its place in the order of ids", arguments: [0, 1, 2, 300])
    func roundTrip(count: Int) throws {
        let documents = Self.random(count, seed: UInt64(count))
        let directory = try TemporaryDirectory()
        let file = try DocumentsFile(path: Self.write(documents, to: directory))
        #expect(file.count == documents.count)
        for (ordinal, document) in documents.enumerated() { #expect(try Self.read(file, at: ordinal) == document) }
        for probe in documents.map(\.id) + ["", "doc", "doc-5", "doc-999z", "e\u{301}", "\u{10FFFF}"] {
            let expected = documents.firstIndex { !$0.id.utf8.lexicographicallyPrecedes(probe.utf8) } ?? documents.count
            #expect(try file.lowerBound(ofID: probe) == expected)
        }
    }

    @Test("refuses a document that has not a text for each field")
    func missingText() throws {
        let directory = try TemporaryDirectory()
        let error = #expect(throws: IndexStoreError.self) {
            try Self.write([Written(id: "a", name: "A", texts: ["one"], body: "{}")], to: directory)
        }
        #expect(error?.kind == .internal && error?.message.contains("'a'") == true)
    }

    @Test("survives any damaged byte: an error, or an answer, never a crash")
    func damage() throws {
        let documents = (0..<4).map { Written(id: "d\($0)", name: "n", texts: ["a", "", "b", "", "c"], body: "{}") }
        let directory = try TemporaryDirectory()
        let path = try Self.write(documents, to: directory)
        try Damage.tryEveryByte(of: path) { path in
            let file = try DocumentsFile(path: path)
            for ordinal in 0..<file.count { _ = try Self.read(file, at: ordinal) }
            _ = try file.lowerBound(ofID: "d2")
        }
    }
}
