import Testing
import TextAnalysis

@Suite struct SpellingTests {
    @Test(
        "gives old and informal spellings one key",
        arguments: [
            ("tjoekoep", "cukup"), ("djeroek", "jeruk"), ("soekarno", "sukarno"), ("masyarakat", "masarakat"),
            ("aktif", "aktip"),
            ("vas", "pas"),
            ("musholla", "mushola"), ("izin", "ijin"), ("kwalitas", "kualitas"), ("njonja", "nyonya"),
            ("photo", "foto"),
            ("syukur", "sukur"),
        ])
    func keys(old: String, new: String) {
        #expect(Spelling.key(of: old) == Spelling.key(of: new))
    }

    @Test(
        "variants contain the other spelling",
        arguments: [
            ("djeroek", "jeruk"), ("jeruk", "djeruk"), ("tjap", "cap"), ("oekiran", "ukiran"), ("aktip", "aktif"),
            ("arenn", "aren"),
            ("sirop", "sirof"),
            ("noor", "nor"), ("ijin", "izin"), ("kwali", "kuali"), ("kajoe", "kayu"), ("tjoekoep", "cukup"),
        ])
    func variants(written: String, other: String) {
        #expect(Spelling.variants(of: written).contains(other))
    }

    @Test func variantsAreFewAndNeverOfCodes() {
        #expect(Spelling.variants(of: "m16fj") == [])
        for word in ["tjoekoepdjoega", "syafvizqx", "a", ""] {
            let variants = Spelling.variants(of: word)
            #expect(variants.count <= 24 && !variants.contains(word) && Set(variants).count == variants.count)
        }
    }

    @Test func splitsWhereBothPartsAreWords() {
        let words: Set = ["tanah", "laut", "kota", "baru", "tan", "ahlaut"]
        let found = Spelling.splits(of: "tanahlaut", isWord: words.contains)
        #expect(found.map(\.first) == ["tanah", "tan"] && found.map(\.second) == ["laut", "ahlaut"])
        #expect(Spelling.splits(of: "laut", isWord: words.contains).isEmpty)
    }
}
