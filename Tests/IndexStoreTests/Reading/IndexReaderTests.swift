import Base
import Foundation
import Gazetteer
import Geo
import IndexDefinition
import TestSupport
import Testing

@testable import IndexStore

@Suite struct IndexReaderTests {
    private let directory: TemporaryDirectory
    private let corpus: Corpus
    private let reader: IndexReader

    init() throws {
        directory = try TemporaryDirectory()
        corpus = Corpus(count: 300, seed: 61)
        try corpus.build(in: directory.url)
        reader = try IndexReader(Generation.open(dataDirectory: directory.url))
    }

    @Test("gives back every document as it was put in, by ordinal and by id")
    func documents() throws {
        for (ordinal, draft) in corpus.documents.enumerated() {
            let found = try #require(try reader.document(at: ordinal))
            #expect(found.id == draft.id && found.kind == draft.kind && found.name == draft.name)
            #expect(IndexField.allCases.map(found.text) == draft.texts)
            #expect(found.reference == DocumentRef(ordinal: ordinal))
            #expect(found.body == Array(draft.body.utf8))
            #expect(try reader.document(withID: draft.id)?.reference == found.reference)
        }
        let references = [7, 299, 2].map { DocumentRef(ordinal: $0) }
        #expect(try reader.documents(references).map(\.reference) == references)
        for ordinal in [-1, 300] {
            let error = #expect(throws: IndexStoreError.self) {
                try reader.documents([DocumentRef(ordinal: 2), DocumentRef(ordinal: ordinal)])
            }
            #expect(error?.kind == .data && error?.message.contains("document \(ordinal)") == true)
        }
        for id in ["", "doc", "doc-00000x", "doc-99999", "zzz", "\u{0}"] {
            #expect(try reader.document(withID: id) == nil)
        }
    }

    @Test("finds places by code, by every name, and by the beginning of one")
    func places() throws {
        let place = try #require(try reader.place(code: "63.01.11"))
        #expect(place.name == "Simpang Empat" && place.code.regency?.dotted == "63.01" && place.coordinate == nil)
        #expect(try reader.place(code: "63.02")?.coordinate == Coordinate(longitude: 115, latitude: -2.8))
        #expect(try reader.place(code: "99") == nil)
        #expect(try reader.places(named: PlaceName(words: ["simpang", "empat"])).count == 12)
        #expect(try reader.places(named: PlaceName(words: ["simpangempat"])).count == 12)
        #expect(try reader.places(named: PlaceName(words: ["kab3"])).map(\.source) == [.abbreviation])
        #expect(try reader.places(named: PlaceName(words: ["simpang"])).isEmpty)
        #expect(try reader.places(soundingLike: PlaceName(words: ["simpang", "ampat"])).count == 12)
        #expect(try reader.places(soundingLike: PlaceName(words: ["kab3"])).isEmpty)
        let former = try #require(AdministrativeCode("63"))
        #expect(try reader.place(formerCode: former)?.code.dotted == "63.03")
        #expect(try reader.places(namedWithPrefix: "kab", limit: 4).map(\.folded) == ["kab0", "kab1", "kab2", "kab3"])
        #expect(try reader.places(namedWithPrefix: "%", limit: 4).isEmpty)
        let all = try AdministrativeLevel.allCases.flatMap { try reader.places(in: .everywhere, at: $0, near: nil) }
        #expect(all.sorted { $0.code < $1.code } == corpus.places.map(\.place).sorted { $0.code < $1.code })
    }

    @Test("the table of documents can be asked with any SQLite client")
    func documentsTable() throws {
        let rows = try reader.statement(
            """
            SELECT id, name, longitude FROM search JOIN documents ON documents.ordinal = search.rowid
            WHERE search MATCH 'purun' ORDER BY id
            """
        ).rows { (id: $0.text(0), name: $0.text(1), longitude: $0.optionalDouble(2)) }
        let expected = corpus.documents.filter { draft in
            draft.tokens.contains { $0.split(separator: " ").contains("purun") }
        }
        #expect(!expected.isEmpty && rows.map(\.id) == expected.map(\.id))
        #expect(rows.map(\.name) == expected.map(\.name))
        #expect(rows.map(\.longitude) == expected.map(\.coordinate?.longitude))
    }

    @Test("the manifest holds the number and the extent of the placed documents of each kind")
    func placed() throws {
        for kind in DocumentKind.allCases {
            let points = corpus.documents.filter { $0.kind == kind }.compactMap(\.coordinate)
            #expect(reader.generation.placedCount(of: kind) == points.count)
            guard !points.isEmpty else {
                #expect(reader.generation.extent(of: kind) == nil)
                continue
            }
            let extent = try #require(reader.generation.extent(of: kind))
            #expect(extent.west == points.map(\.longitude).min() && extent.east == points.map(\.longitude).max())
            #expect(extent.south == points.map(\.latitude).min() && extent.north == points.map(\.latitude).max())
        }
    }

    @Test("opening a generation reads nothing from index.sqlite: only a reader opens a connection")
    func oneConnection() throws {
        let file = reader.generation.directory.appendingPathComponent(GenerationFiles.index)
        let size = try Data(contentsOf: file).count
        try Data(repeating: 7, count: size).write(to: file)
        let generation = try Generation.open(dataDirectory: directory.url)
        #expect(generation.values.facetTable(.regency).count == 5 && generation.protectedWords.isEmpty)
        #expect(throws: IndexStoreError.self) { try IndexReader(generation) }
    }

    @Test("the places of an area are those whose codes begin with its code")
    func areas() throws {
        let regency = try #require(AdministrativeCode("63.01"))
        let districts = try reader.places(in: .inside(regency), at: .district, near: nil)
        let expected = corpus.places.map(\.place.code.dotted).filter { $0.hasPrefix("63.01.") }.sorted()
        #expect(districts.map(\.code.dotted) == expected && !expected.isEmpty)
        #expect(try reader.places(in: .inside(regency), at: .regency, near: nil).map(\.code) == [regency])
        #expect(try reader.places(in: .everywhere, at: .district, near: nil).count == 12)
        let probe = SoundProbe(PlaceName(words: ["kabupaten", "3"]))
        #expect(try reader.places(in: .everywhere, at: .district, near: probe).isEmpty)
    }

    @Test("many names are read in one statement, by their keys")
    func manyNames() throws {
        let names = [["kab1"], ["simpang", "empat"], ["nowhere"]].map { PlaceName(words: $0) }
        let found = try reader.places(withKeys: Set(names.map(\.key)))
        #expect(found.count == 2 && found[names[0].key]?.count == 1 && found[names[1].key]?.count == 12)
        #expect(try reader.places(withSoundKeys: Set(names.map(\.soundKey))).keys.sorted() == [names[1].soundKey])
        #expect(try reader.places(withKeys: []).isEmpty)
    }

    @Test("facet tables name every value once, with its label")
    func facetTables() throws {
        let documents = corpus.documents
        for (field, values) in [
            (FacetField.kind, DocumentKind.allCases.map(\.rawValue)), (.category, documents.compactMap(\.category)),
            (.regency, documents.compactMap(\.regencyCode)), (.district, documents.compactMap(\.districtCode)),
        ] {
            let found = reader.facetValues(of: field)
            #expect(Set(found) == Set(values) && found.count == Set(values).count)
        }
        let districts = reader.generation.values.facetTable(.district)
        let ordinal = try #require(districts.ordinal(ofValue: "63.01.11"))
        #expect(
            districts.labels[Int(ordinal)] == "Simpang Empat, Kabupaten 1" && districts.ordinal(ofValue: "x") == nil)
    }

    @Test("finds terms by prefix and by root, the frequent ones first if asked for")
    func terms() throws {
        let counts = corpus.documents.reduce(into: [String: Int]()) { counts, draft in
            for token in Set(draft.tokens.flatMap { $0.split(separator: " ").map(String.init) }) {
                counts[token, default: 0] += 1
            }
        }
        let terms = counts.map { IndexTerm(text: $0.key, documentCount: $0.value) }
            .sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
        for prefix in ["", "w", "w1", "anyam", "ñ", "zzz"] {
            let expected = terms.filter { $0.text.utf8.starts(with: prefix.utf8) }
            #expect(reader.terms(withPrefix: prefix, limit: .max) == expected)
            #expect(reader.terms(withPrefix: prefix, limit: 2) == Array(expected.prefix(2)))
            // Terms in equally many documents stay in byte order.
            let frequent = expected.enumerated().sorted {
                ($1.element.documentCount, $0.offset) < ($0.element.documentCount, $1.offset)
            }.map(\.element)
            for limit in [0, 1, 3, 1000] {
                #expect(reader.frequentTerms(withPrefix: prefix, limit: limit) == Array(frequent.prefix(limit)))
            }
        }
        let family = try #require([counts["anyam"], counts["anyaman"]].compactMap(\.self).max())
        #expect(reader.terms(withRoot: "anyam", limit: 1).map(\.documentCount) == [family])
        #expect(Set(reader.terms(withRoot: "anyam", limit: 9).map(\.text)) == ["anyam", "anyaman"])
        #expect(reader.hasTerm("purun") && !reader.hasTerm("puru") && reader.documentCount == 300)
        let near = reader.terms(near: "purn", edits: 1, isPrefix: false, sharingFirstLetter: true)
        #expect(near.map(\.text) == ["purun"] && near.allSatisfy { $0.cost > 0 && $0.documentCount == counts["purun"] })
    }

    @Test("another thread ends a long call, and the next one is not affected")
    func interrupt() throws {
        let big = try TemporaryDirectory()
        try Corpus(count: 3000, seed: 63).build(in: big.url)
        let reader = try IndexReader(Generation.open(dataDirectory: big.url))
        let interrupt = reader.interrupt
        let clauses = (0..<20).map { _ in MatchClause(.should, terms: Corpus.words.map { MatchTerm([$0]) }, idf: 1) }
        let request = IndexQuery(clauses: clauses, weights: try IndexDefinition.ranking(), order: .score, limit: 10)
        let interrupting = BackgroundWork("interrupting") {
            for _ in 0..<200 {
                interrupt()
                usleep(500)
            }
        }
        #expect(throws: IndexStoreError.interrupted) { for _ in 0..<50 { _ = try reader.match(request) } }
        try interrupting.value()
        #expect(try reader.match(request).total > 0)
    }

    @Test("several readers of one generation answer side by side")
    func sideBySide() throws {
        let generation = reader.generation
        let answers = try inParallel(
            (0..<4).map { seed in
                { @Sendable () throws -> Int in
                    let reader = try IndexReader(generation)
                    var requests = RandomRequests(
                        random: SeededGenerator(seed: 64), weights: try IndexDefinition.ranking(),
                        generation: generation)
                    return try (0..<200).reduce(0) { sum, _ in try sum + reader.match(requests.next()).total }
                }
            })
        #expect(Set(answers).count == 1)
    }
}
