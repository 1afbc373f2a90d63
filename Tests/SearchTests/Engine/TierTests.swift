import IndexDefinition
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
        "anyam", "anyaman", "menganyam", "penganyam", "anyman", "purun", "puron", "kue", "wadai", "wadah", "dodol", "dodola", "gula",
        "gulai",
        "aren", "arang", "telur", "hintalu", "tenun", "penenun", "tenunan", "rajin", "kerajinan", "perajin", "pengrajin", "ikan", "iwak",
    ]
    let documents = (0..<150).map { number in
        let text = (0..<9).map { _ in words.randomElement(using: &random) ?? "" }
        return TestDocument(
            kind: Bool.random(using: &random) ? .sentra : .product, id: "d\(1000 + number)", name: text[0] + " " + text[1],
            commodity: text[2],
            description: text[3..<Int.random(in: 3...9, using: &random)].joined(separator: " "), prior: .random(in: 0...255, using: &random)
        )
    }
    let index = try TestIndex(documents)
    let tokens = Dictionary(
        uniqueKeysWithValues: documents.map {
            ($0.id, Set(Tokenizer.words(of: [$0.name, $0.commodity, $0.description].joined(separator: " "))))
        })
    for word in words {
        let hits = try index.ids(word) { $0.limit = 1000 }
        let have = hits.map { tokens[$0]?.contains(word) == true }
        #expect(have.firstIndex(of: false).map { !have[$0...].contains(true) } ?? true, "seed \(seed), word \(word)")
        #expect(have.count { $0 } == tokens.values.count { $0.contains(word) }, "seed \(seed), word \(word)")
    }
}
