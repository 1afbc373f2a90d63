import Foundation
import IndexDefinition
import IndexStore
import TestSupport
import Testing
import TextAnalysis

@testable import Search

@Test(
    "no document without the word itself ranks above one that has it, for every word of the vocabulary",
    arguments: [11, 12, 13] as [UInt64])
func exactComesFirst(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = [
        "anyam", "anyaman", "menganyam", "penganyam", "anyman", "purun", "puron", "kue", "wadai", "wadah", "dodol",
        "dodola", "gula",
        "gulai",
        "aren", "arang", "telur", "hintalu", "tenun", "penenun", "tenunan", "rajin", "kerajinan", "perajin",
        "pengrajin", "ikan", "iwak",
    ]
    let documents = (0..<150).map { number in
        let text = (0..<9).map { _ in words.randomElement(using: &random) ?? "" }
        return TestDocument(
            kind: Bool.random(using: &random) ? .sentra : .product, id: "d\(1000 + number)",
            name: text[0] + " " + text[1],
            commodity: text[2],
            description: text[3..<Int.random(in: 3...9, using: &random)].joined(separator: " "),
            quality: .random(in: 0...255, using: &random)
        )
    }
    let index = try TestIndex(documents)
    let tokens = Dictionary(
        uniqueKeysWithValues: documents.map {
            ($0.id, Set(Tokenizer.words(of: [$0.name, $0.commodity, $0.description].joined(separator: " "))))
        })
    for word in words {
        let have = try index.ids(word) { $0.limit = 1000 }.map { tokens[$0]?.contains(word) == true }
        #expect(isExactFirst(have), "seed \(seed), word \(word)")
        #expect(have.count { $0 } == tokens.values.count { $0.contains(word) }, "seed \(seed), word \(word)")
    }
}

@Test("nor for any word of the bundled sentra and products")
func exactComesFirstInPackage() throws {
    let documents = try PackageDocuments.all()
    let index = try TestIndex(documents)
    let tokens = Dictionary(
        uniqueKeysWithValues: documents.map {
            ($0.id, Set($0.draft.tokens.flatMap { $0.split(separator: " ").map(String.init) }))
        })
    let words = Set(tokens.values.joined())
    #expect(documents.count > 500 && words.count > 1_300)
    for word in words where tokens[word] == nil {
        let have = try index.ids(word) { $0.limit = 1000 }.map { tokens[$0]?.contains(word) == true }
        #expect(isExactFirst(have) && have.contains(true), "word \(word)")
    }
}

@Test("the rule is one that can be broken")
func exactFirstCanFail() {
    #expect(isExactFirst([true, true, false]) && isExactFirst([]) && isExactFirst([false]))
    #expect(!isExactFirst([false, true]) && !isExactFirst([true, false, true]))
}

/// Whether those that have the word itself come before all that have not.
private func isExactFirst(_ have: [Bool]) -> Bool {
    have.firstIndex(of: false).map { !have[$0...].contains(true) } ?? true
}

/// The sentra and products of the bundled package with the fields that are searched, read from its files.
private enum PackageDocuments {
    static func all() throws -> [TestDocument] {
        let folder = try IndexDefinition.packageURL("kalsel")
        let sentra = try rows(of: folder.appendingPathComponent("sentra.csv")).map { row in
            TestDocument(
                kind: .sentra, id: row[0], name: row[1], commodity: row[2] + "; " + row[3],
                description: row[13] + "; " + row[11],
                place: row[4...6].joined(separator: ", "))
        }
        let products = try rows(of: folder.appendingPathComponent("products.csv")).map { row in
            TestDocument(
                id: row[0], name: row[1], otherNames: row[2] + "; " + row[3], commodity: row[4] + "; " + row[5],
                description: row[7] + "; " + row[9],
                place: row[6])
        }
        return sentra + products
    }

    /// The rows of a file without its header; quotes hold commas.
    private static func rows(of file: URL) throws -> [[String]] {
        try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map { line in
            line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().reduce(into: [""]) {
                fields, part in
                guard part.offset % 2 == 0 else { return fields[fields.count - 1] += part.element }
                let pieces = part.element.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                fields[fields.count - 1] += pieces[0]
                fields += pieces.dropFirst()
            }
        }
    }
}
