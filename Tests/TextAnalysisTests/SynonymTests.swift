import Testing

@testable import TextAnalysis

@Suite struct SynonymTests {
    let synonyms: Synonyms

    init() throws {
        let lists = try Lists.shipped()
        synonyms = Synonyms(lists, analyzer: Analyzer(lists))
    }

    private func alternatives(_ question: String) -> [[String: Double]] {
        synonyms.expansions(of: Tokenizer.words(of: question)).map { expansion in
            Dictionary(
                uniqueKeysWithValues: expansion.alternatives.map { ($0.phrase.joined(separator: " "), $0.weight) })
        }
    }

    @Test(
        "gives the synonyms of a word",
        arguments: [
            ("wadai", "kue"), ("kue", "wadai"), ("salted egg", "telur asin"), ("telur asin", "hintalu bajaruk"),
            ("baskets", "keranjang"),
            ("knives", "pisau"), ("wok", "rinjing"), ("oleh-oleh", "cenderamata"), ("gula habang", "gula aren"),
            ("la'ang", "nira"), ("pandai besi", "parang"), ("pengrajin", "perajin"), ("sulaman", "arguci"),
            ("klotok", "perahu motor"),
        ])
    func finds(typed: String, other: String) {
        #expect(alternatives(typed).contains { $0[other] != nil }, "\(alternatives(typed))")
    }

    @Test("phrases come before their words, each with its weight")
    func phrases() throws {
        let expansions = synonyms.expansions(of: ["tas", "salted", "egg"])
        let phrase = try #require(expansions.first { $0.span == 1..<3 })
        #expect(
            phrase.alternatives.first?.reason == "salted egg: hintalu bajaruk"
                && phrase.alternatives.first?.language == .english)
        #expect(expansions.map(\.span.lowerBound) == expansions.map(\.span.lowerBound).sorted())
        for expansion in expansions {
            #expect(expansion.alternatives.map(\.weight) == expansion.alternatives.map(\.weight).sorted(by: >))
            #expect(expansion.alternatives.allSatisfy { $0.weight > 0 && $0.weight <= 1 })
        }
    }

    @Test("neighbouring words decide between the senses of a word")
    func context() throws {
        let hearth = try #require(alternatives("dapur tanah liat").first)
        let kitchen = try #require(alternatives("alat dapur").last)
        #expect(try #require(hearth["tungku"]) > hearth["wajan"] ?? 0)
        #expect(try #require(kitchen["wajan"]) > kitchen["anglo"] ?? 0)
    }

    @Test(
        "every row of the tables links its terms to all others, unless better alternatives exceed the limit"
    )
    func tables() throws {
        var crowded = 0
        for entry in try Lists.shipped().synonyms {
            for term in entry.terms {
                let expansion = synonyms.expansions(of: term).first { $0.span == term.indices }
                let found = Set(expansion?.alternatives.map(\.phrase) ?? [])
                let missing = entry.others.filter { !term.starts(with: $0) && !found.contains($0) }
                if found.count < 24 { #expect(missing == [], "\(term)") } else { crowded += missing.count }
            }
        }
        #expect(crowded < 20)
    }

    @Test(
        "the beginning of a phrase is not a synonym of it",
        arguments: [("kerupuk ikan", "kerupuk"), ("abon ikan", "abon"), ("pot bunga", "pot")])
    func noBeginnings(typed: String, beginning: String) {
        for expansion in synonyms.expansions(of: Tokenizer.words(of: typed)) where expansion.span == 0..<2 {
            #expect(!expansion.alternatives.contains { $0.phrase == [beginning] })
        }
        #expect(alternatives("beras ketan").contains { $0["ketan"] != nil })
    }

    @Test("places and unknown words have no synonyms", arguments: ["martapura", "xyzzy", "6305", ""])
    func nothing(typed: String) {
        #expect(alternatives(typed).isEmpty)
    }

    @Test("an alternative is never the typed word, and never occurs twice")
    func noEcho() {
        for typed in ["kerajinan", "ikan asin", "gula aren", "perhiasan", "kue"] {
            for expansion in synonyms.expansions(of: Tokenizer.words(of: typed)) {
                let words = Tokenizer.words(of: typed)[expansion.span].joined(separator: " ")
                let phrases = expansion.alternatives.map { $0.phrase.joined(separator: " ") }
                #expect(!phrases.contains(words) && Set(phrases).count == phrases.count)
            }
        }
    }
}
