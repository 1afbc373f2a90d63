import Foundation
import Gazetteer
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
    private let corpus: Corpus

    init() throws {
        directory = try TemporaryDirectory()
        var corpus = Corpus(count: 1500, seed: 72)
        for (index, name) in Self.names(1500).enumerated() {
            corpus.documents[index].nameKey = name
            corpus.documents[index].name = name.uppercased()
            corpus.documents[index].calledBy = ["kain \(index % 7)"]
            corpus.documents[index].nameParts = ["kain", "kain lawas \(index)"]
        }
        try corpus.build(in: directory.url)
        self.corpus = corpus
        reader = try IndexReader(Generation.open(dataDirectory: directory.url))
    }

    private struct Expected {
        var folded: String
        var kind: String
        var id: String?
        var weight: Double
    }

    /// Every text of the index by a plain count, in the order of the table.
    private var expected: [Expected] {
        let goods = corpus.documents.filter { $0.kind != .village }
        func weight(_ count: Int) -> Double { Double(Float(log2(1 + Double(count)))) }
        let villages = corpus.documents.filter { $0.kind == .village }.map { draft in
            Expected(folded: draft.nameKey, kind: "village", id: draft.id, weight: 0)
        }
        let documents = Dictionary(grouping: goods, by: { "\($0.nameKey)\u{0}\($0.kind.rawValue)" }).values.map {
            same in
            let quality = Double(same.map(\.quality).max() ?? 0) / 255
            let heaviest = Float(log2(1 + Double(same.count)) + quality)
            return Expected(
                folded: same[0].nameKey, kind: same[0].kind.rawValue, id: same.count == 1 ? same[0].id : nil,
                weight: Double(heaviest))
        }
        let words = Dictionary(grouping: goods.flatMap { $0.calledBy + ["kain"] }) { $0 }.map { word, all in
            Expected(folded: word, kind: "word", weight: weight(all.count))
        }
        let places = corpus.places.flatMap { draft in
            let (place, code) = (draft.place, draft.place.code.dotted)
            // The former names are codes, which are completed as codes.
            return draft.names.filter { $0.source != .former }.map { name in
                let count = goods.count { $0.regencyCode == code || $0.districtCode == code }
                let hasTitle = name.folded == draft.names[0].folded && place.kind == "kabupaten"
                return Expected(
                    folded: name.folded, kind: place.kind, id: code,
                    weight: Double(Float(log2(1 + Double(count)) / (hasTitle ? 2 : 1))))
            }
        }
        return (villages + documents + words + places).sorted {
            Array("\($0.folded)\u{0}\($0.kind)\u{0}\($0.id ?? "")".utf8).lexicographicallyPrecedes(
                Array("\($1.folded)\u{0}\($1.kind)\u{0}\($1.id ?? "")".utf8))
        }
    }

    /// The texts of a prefix: of those that may be next, always the heaviest; those that are the prefix itself first.
    private func expected(_ prefix: String, limit: Int) -> [Expected] {
        var left = expected.filter { $0.folded.utf8.starts(with: prefix.utf8) }
        var chosen: [Expected] = []
        func isExact(_ text: Expected) -> Bool { text.folded.utf8.elementsEqual(prefix.utf8) }
        func mayBeNext(_ text: Expected) -> Bool {
            let same = chosen.count { SuggestionClass(kind: $0.kind) == SuggestionClass(kind: text.kind) }
            return isExact(text) || same < 2 || Double(same + 1) <= Double(chosen.count + 2) * 2 / 3
        }
        while chosen.count < limit, !left.isEmpty {
            let allowed = left.filter(mayBeNext)
            let heaviest = (allowed.isEmpty ? left : allowed).enumerated().min {
                let (one, other) = ($0.element, $1.element)
                return (isExact(other) ? 1 : 0, other.weight, $0.offset) < (isExact(one) ? 1 : 0, one.weight, $1.offset)
            }
            guard let next = heaviest?.element, let index = left.firstIndex(where: { key($0) == key(next) }) else {
                break
            }
            chosen.append(left.remove(at: index))
        }
        return chosen
    }

    private func key(_ text: Expected) -> String { "\(text.folded)|\(text.kind)|\(text.id ?? "")" }

    @Test(
        "offers the heaviest texts of a prefix, whether stored or looked up",
        arguments: [
            "k", "ka", "kai", "kain", "kain ", "kain s", "ka\u{E9}", "布", "布 1", "anyaman purun 77", "kab", "kab1",
            "simpang empat",
        ], [1, 5, 10, 50, 60])
    func heaviest(prefix: String, limit: Int) throws {
        let found = try reader.suggestions(prefix: prefix, limit: limit)
        let expected = expected(prefix, limit: limit)
        #expect(!expected.isEmpty)
        #expect(found.map { "\($0.folded)|\($0.kind)|\($0.id ?? "")" } == expected.map(key))
        #expect(found.map(\.weight) == expected.map(\.weight))
    }

    @Test("offers places alone, of the empty prefix too", arguments: ["", "k", "kab", "kain", "simpang"])
    func placesOnly(prefix: String) throws {
        let found = try reader.suggestions(prefix: prefix, limit: 7, placesOnly: true)
        #expect(found.allSatisfy { SuggestionClass(kind: $0.kind) == .place })
        let weights = expected.filter {
            SuggestionClass(kind: $0.kind) == .place && $0.folded.hasPrefix(prefix)
        }.map(\.weight).sorted(by: >)
        #expect(found.map(\.weight) == Array(weights.prefix(7)))
    }

    @Test("a name that only one document has carries its id and label; one of several does not")
    func identity() throws {
        for draft in corpus.documents.prefix(200) where draft.kind != .village {
            let same = corpus.documents.filter { $0.nameKey == draft.nameKey && $0.kind == draft.kind }
            let found = try reader.suggestions(prefix: draft.nameKey, limit: 50).first {
                $0.folded == draft.nameKey && $0.kind == draft.kind.rawValue
            }
            #expect(found?.id == (same.count == 1 ? draft.id : nil))
            #expect(found?.label == (same.count == 1 ? draft.suggestionLabel : ""))
        }
    }

    @Test("places of one name stay apart, each with its label")
    func sameNames() throws {
        let found = try reader.suggestions(prefix: "simpang", limit: 50)
        #expect(found.count == 12 && Set(found.map(\.id)).count == 12 && found.allSatisfy { $0.id != nil })
        #expect(found.allSatisfy { $0.label.hasPrefix("Simpang Empat, Kabupaten") })
    }

    @Test("a by-name of several places is one line with the labels of the first three")
    func areas() throws {
        let folder = try TemporaryDirectory()
        var corpus = Corpus(count: 300, seed: 74)
        for index in corpus.places.indices.prefix(5) {
            let place = corpus.places[index].place
            corpus.places[index].names.append(NamedPlace(place: place, source: .byname, folded: "banua lima"))
        }
        try corpus.build(in: folder.url)
        let reader = try IndexReader(Generation.open(dataDirectory: folder.url))
        let found = try reader.suggestions(prefix: "banua", limit: 10)
        #expect(found.map(\.text) == ["Banua Lima"] && found[0].id == nil)
        #expect(found[0].label == "Kabupaten 0; Kabupaten 1; Kabupaten 2; …")
        let goods = corpus.documents.count { $0.kind != .village && $0.regencyCode != nil }
        #expect(found[0].weight == Double(Float(log2(1 + Double(goods)) / 2)))
    }

    @Test("a run of words that only one document has is not offered, unless something is called just so")
    func phrases() throws {
        #expect(try reader.suggestions(prefix: "kain lawas", limit: 10).isEmpty)
        #expect(try reader.suggestions(prefix: "kain 3", limit: 50).contains { $0.folded == "kain 3" && $0.id == nil })
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
        let prefixes = Set(all.flatMap { name in (0...name.count).map { String(name.prefix($0)) } })
        let tops = Set(try reader.statement("SELECT prefix FROM suggestion_tops").rows { $0.text(0) })
        for prefix in prefixes {
            let names = all.count { $0.utf8.starts(with: prefix.utf8) }
            #expect(tops.contains(prefix) == (names > SuggestionPrefixes.scanLimit))
        }
    }

    @Test("lists documents by the beginning of an id, and places by that of a code")
    func beginnings() throws {
        #expect(try reader.documents(withIDPrefix: "doc-0003", limit: 20).map(\.id) == (0..<10).map { "doc-0003\($0)" })
        #expect(
            try reader.documents(withIDPrefix: "doc-014", limit: 3).map(\.id) == [
                "doc-01400", "doc-01401", "doc-01402",
            ])
        #expect(try reader.documents(withIDPrefix: "e", limit: 3).isEmpty)
        #expect(try reader.documents(withIDPrefix: "", limit: 3).isEmpty)
        func codes(_ prefix: String) throws -> [String] {
            try reader.places(withCodePrefix: prefix, limit: 3).map(\.code.dotted)
        }
        #expect(try codes("63.0") == ["63.00", "63.01", "63.02"])
        #expect(try codes("63.04") == ["63.04"])
        #expect(try codes("63.01.") == ["63.01.11", "63.01.16", "63.01.21"])
        #expect(try codes("64").isEmpty)
    }
}
