import Foundation
import TestSupport
import Testing

@testable import IndexStore

@Suite("vocabulary.bin")
struct VocabularyFileTests {
    static func write(
        _ terms: [(String, Int)], to directory: TemporaryDirectory, rootOf: @escaping (String) -> String = { $0 }
    ) throws
        -> String
    {
        let path = directory.path + "/vocabulary.bin"
        let writer = try VocabularyWriter(path: path, rootOf: rootOf)
        for (term, documents) in terms { try writer.append(term, documentCount: documents) }
        try writer.finish()
        return path
    }

    /// Short words over few letters, so that they share prefixes, families and roots; sorted and unique.
    static func randomTerms(_ count: Int, seed: UInt64) -> [String] {
        var random = SeededGenerator(seed: seed)
        let letters = ["a", "b", "n", "é", "日"]
        let words = (0..<count).map { _ in
            (0..<Int.random(in: 1...7, using: &random)).map { _ in
                letters[Int.random(in: 0..<letters.count, using: &random)]
            }.joined()
        }
        return Set(words).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    @Test("finds terms, prefixes and families as a plain list does", arguments: [0, 1, 2, 40, 3000])
    func oracle(count: Int) throws {
        let terms = Self.randomTerms(count, seed: UInt64(count))
        let rootOf = { (term: String) in String(term.prefix(max(1, (term.count + 1) / 2))) }
        let directory = try TemporaryDirectory()
        let file = try VocabularyFile(
            path: Self.write(terms.enumerated().map { ($1, $0 * 3) }, to: directory, rootOf: rootOf))
        #expect(file.count == terms.count)
        for (index, term) in terms.enumerated() {
            #expect(file.term(at: index) == term)
            #expect(file.withTermBytes(at: index) { Array($0) } == Array(term.utf8))
            #expect(file.documentCount(at: index) == index * 3)
            #expect(file.index(of: term) == index)
        }
        for probe in Self.randomTerms(400, seed: 99) + ["", "a", "zzz", "\u{10FFFF}"] {
            #expect(file.index(of: probe) == terms.firstIndex(of: probe))
            let prefixed = terms.indices.filter { terms[$0].utf8.starts(with: probe.utf8) }
            #expect(Array(file.prefixRange(probe)) == prefixed)
            #expect(file.family(ofRoot: probe) == terms.indices.filter { rootOf(terms[$0]) == probe })
        }
    }

    @Test("knows which words names of places begin with", arguments: [0, 1, 50, 2000])
    func placeWords(count: Int) throws {
        let words = Self.randomTerms(count, seed: UInt64(count) + 7)
        let names = words.enumerated().flatMap { index, word in
            index % 3 == 0 ? [word, word + " baru", word + " lama"] : [word + " hilir"]
        }
        let directory = try TemporaryDirectory()
        let path = directory.path + "/vocabulary.bin"
        let writer = try VocabularyWriter(path: path) { $0 }
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            try writer.append(placeName: name)
        }
        try writer.finish()
        let file = try VocabularyFile(path: path)
        for probe in Self.randomTerms(400, seed: 98) + words + names + ["", "zzz", "\u{10FFFF}"] {
            #expect(file.beginsPlaceName(probe) == words.contains { $0.utf8.starts(with: probe.utf8) }, "\(probe)")
        }
        #expect(throws: IndexStoreError.self) {
            let writer = try VocabularyWriter(path: path) { $0 }
            for name in ["b", "a"] { try writer.append(placeName: name) }
        }
    }

    @Test("keeps a root whose family is elsewhere apart from one that is alone")
    func families() throws {
        let roots = [
            "anyaman": "anyam", "menganyam": "anyam", "ajin": "rajin", "purun": "purun", "ikan": "ikan",
            "ikanan": "ikan",
        ]
        let terms = roots.keys.sorted().map { ($0, 1) }
        let directory = try TemporaryDirectory()
        let file = try VocabularyFile(path: Self.write(terms, to: directory) { roots[$0] ?? $0 })
        let family = { file.family(ofRoot: $0).map(file.term(at:)) }
        #expect(family("anyam") == ["anyaman", "menganyam"])
        #expect(family("purun") == ["purun"])
        #expect(family("ikan") == ["ikan", "ikanan"])
        #expect(family("rajin") == ["ajin"])
        #expect(family("ajin") == [])
        #expect(family("anyaman") == [])
        #expect(family("") == [])
    }

    @Test("counts shared leading bytes up to 255")
    func sharedPrefixes() throws {
        let long = String(repeating: "x", count: 300)
        let directory = try TemporaryDirectory()
        let file = try VocabularyFile(
            path: Self.write([("ab", 1), ("abc", 1), ("b", 1), (long, 1), (long + "y", 1)], to: directory))
        #expect((0..<5).map { file.sharedPrefixLengths[$0] } == [0, 2, 0, 0, 255])
    }

    @Test("refuses terms out of order", arguments: [["b", "a"], ["a", "a"], ["ab", "a"]])
    func unordered(terms: [String]) throws {
        let directory = try TemporaryDirectory()
        let error = #expect(throws: IndexStoreError.self) { try Self.write(terms.map { ($0, 1) }, to: directory) }
        #expect(
            error?.message
                == "Terms must come in ascending order: '\(terms[1])' came after '\(terms[0])'. This is a bug in "
                + "Banua; please report it."
        )
    }

    @Test("survives any damaged byte: an error, or an answer, never a crash")
    func damage() throws {
        let terms = Self.randomTerms(12, seed: 3)
        let directory = try TemporaryDirectory()
        let path = try Self.write(terms.map { ($0, 1) }, to: directory) { String($0.prefix(1)) }
        try Damage.tryEveryByte(of: path) { path in
            let file = try VocabularyFile(path: path)
            for index in 0..<file.count {
                let term = file.term(at: index)
                _ = (file.documentCount(at: index), file.index(of: term), file.prefixRange(String(term.prefix(1))))
                #expect(file.family(ofRoot: String(term.prefix(1))).allSatisfy { $0 < file.count })
            }
            _ = file.protectedWords
        }
    }
}
