import Foundation
import IndexDefinition
import TestSupport
import Testing

@testable import IndexStore

@Suite struct SuggestionsTests {
    /// Many names under few prefixes, in letters of one and of several bytes.
    private static func names(_ count: Int) -> [String] {
        var random = SeededGenerator(seed: 71)
        let beginnings = ["kain", "kain sasirangan", "kaén", "k", "布", "anyaman purun"]
        return (0..<count).map { _ in
            "\(beginnings[Int.random(in: 0..<6, using: &random)]) \(Int.random(in: 0..<count, using: &random))"
        }
    }

    private let directory: TemporaryDirectory
    private let reader: IndexReader
    private let documents: [DocumentDraft]

    init() throws {
        directory = try TemporaryDirectory()
        var corpus = Corpus(count: 1500, seed: 72)
        for (index, name) in Self.names(1500).enumerated() {
            corpus.documents[index].nameKey = name
            corpus.documents[index].name = name.uppercased()
        }
        try corpus.build(in: directory.url)
        documents = corpus.documents
        reader = try IndexReader(Generation.open(dataDirectory: directory.url))
    }

    /// Distinct names of each kind with this prefix, heaviest first.
    private func expected(_ prefix: String) -> [(folded: String, weight: Double)] {
        let groups = Dictionary(grouping: documents.filter { $0.nameKey.utf8.starts(with: prefix.utf8) }) {
            "\($0.nameKey)\u{0}\($0.kind.rawValue)"
        }
        return groups.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map {
                (
                    folded: $0.value[0].nameKey,
                    weight: log2(1 + Double($0.value.count)) + Double($0.value.map(\.quality).max() ?? 0) / 255
                )
            }
            .enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(\.element)
    }

    @Test(
        "offers the heaviest names of a prefix, whether stored or looked up",
        arguments: ["k", "ka", "kai", "kain", "kain ", "kain s", "ka\u{E9}", "布", "布 1", "anyaman purun 77"])
    func heaviest(prefix: String) throws {
        let found = try reader.suggestions(prefix: prefix, limit: 10).filter {
            ["village", "sentra", "product"].contains($0.kind)
        }
        let expected = expected(prefix)
        #expect(!expected.isEmpty)
        #expect(found.map(\.folded) == expected.prefix(found.count).map(\.folded))
        #expect(found.map(\.weight) == expected.prefix(found.count).map(\.weight))
        #expect(found.count >= min(10, expected.count) - 5)  // five regencies begin with "ka" too
    }

    @Test("a name that only one document has carries its id and label; one of several does not")
    func identity() throws {
        for draft in documents.prefix(200) {
            let same = documents.filter { $0.nameKey == draft.nameKey && $0.kind == draft.kind }
            let found = try reader.suggestions(prefix: draft.nameKey, limit: 50).first {
                $0.folded == draft.nameKey && $0.kind == draft.kind.rawValue
            }
            #expect(found?.id == (same.count == 1 ? draft.id : nil))
            #expect(found?.label == (same.count == 1 ? draft.suggestionLabel : ""))
        }
    }

    @Test("places are offered, weighed by the documents in them")
    func places() throws {
        let found = try reader.suggestions(prefix: "kabupaten", limit: 10)
        #expect(found.count == 5 && found.allSatisfy { $0.kind == "regency" && $0.id != nil })
        #expect(found.map(\.weight) == found.map(\.weight).sorted(by: >))
        let district = try reader.suggestions(prefix: "simpang", limit: 10)
        #expect(district.map(\.kind) == ["district"] && district[0].id == nil)
    }

    @Test("nothing for nothing", arguments: [("", 10), ("k", 0), ("zzz", 10), ("kain\u{0}", 10)])
    func nothing(prefix: String, limit: Int) throws {
        #expect(try reader.suggestions(prefix: prefix, limit: limit).isEmpty)
    }

    @Test("every long list is stored")
    func stored() throws {
        let count = try reader.statement("SELECT count(*) FROM suggestion_tops").first { $0.int(0) } ?? 0
        #expect(count > 5)
        let all = try reader.statement("SELECT folded FROM suggestions ORDER BY ordinal").rows { $0.text(0) }
        let prefixes = Set(all.flatMap { name in (1...name.count).map { String(name.prefix($0)) } })
        let tops = Set(try reader.statement("SELECT prefix FROM suggestion_tops").rows { $0.text(0) })
        for prefix in prefixes {
            let names = all.count { $0.utf8.starts(with: prefix.utf8) }
            #expect(tops.contains(prefix) == (names > SuggestionWriter.scanLimit))
        }
    }
}
