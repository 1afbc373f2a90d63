import Testing
import TextAnalysis

@Suite struct AnalyzerTests {
    let analyzer: Analyzer

    init() throws {
        analyzer = try Lists.analyzer()
    }

    @Test(
        "gives all words of a family one root",
        arguments: [
            ("rajin", "perajin pengrajin kerajinan rajinlah"), ("tenun", "penenun tenunan pertenunan menenunnya"),
            ("anyam", "menganyam dianyam penganyam anyamannya penganyaman"),
            ("olah", "mengolah pengolahan olahan pengolah-nya"),
            ("gigi", "gerigi"), ("tunjuk", "telunjuk"), ("getar", "gemetar"), ("sayur", "mayur sayuran"),
            ("warta", "wartawan"),
            ("ajar", "belajar pelajar"),
            ("sasirangan", "basasirangan sasirangannya"), ("jukung", "bajukung jukungnya"), ("huma", "bahuma"),
            ("ketupat", "katupat"),
            ("kerupuk", "krupuk kerupuknya"), ("hasil", "keberhasilan berhasil"), ("kaji", "mengkaji pengkajian"),
            ("beli", "kubeli kaubeli belikan"),
        ])
    func families(root: String, words: String) {
        for word in words.split(separator: " ").flatMap({ $0.split(separator: "-") }) where word != "nya" {
            #expect(analyzer.root(of: String(word)) == root)
        }
    }

    @Test(
        "chooses the likelier of two readings",
        arguments: [
            ("mengubah", "ubah"), ("berikan", "beri"), ("menyaring", "saring"), ("memasak", "masak"),
            ("memakan", "makan"),
            ("pengemasan", "kemas"),
            ("pelebaran", "lebar"), ("bacalah", "baca"), ("masakan", "masak"), ("pengering", "kering"),
            ("peralatan", "alat"),
            ("terasa", "rasa"),
            ("diberdayakan", "daya"), ("perkebunan", "kebun"), ("mengurangi", "kurang"), ("pengecatan", "cat"),
            ("berukir", "ukir"),
        ])
    func readings(word: String, root: String) {
        #expect(analyzer.root(of: word) == root)
    }

    @Test(
        "does not split words that only look derived",
        arguments: [
            "terasi", "durian", "permata", "ketupat", "sasirangan", "kandangan", "balangan", "rambutan", "kepala",
            "berlian", "xyzan", "ab",
            "", "6305", "m16",
            "ёлка", "membangxyz",
        ])
    func whole(word: String) {
        #expect(analyzer.root(of: word) == word)
    }

    @Test("never alters the given names, and never uses them as roots of other words")
    func names() throws {
        let named = try Analyzer(Lists.shipped(), protecting: ["tambangan", "baringin"])
        #expect(analyzer.root(of: "tambangan") == "tambang" && analyzer.root(of: "baringin") == "beringin")
        #expect(named.root(of: "tambangan") == "tambangan" && named.root(of: "baringin") == "baringin")
        #expect(named.isProtected("tambangan") && !analyzer.isProtected("tambangan"))
        #expect(named.root(of: "tambangannya") == "tambang")
    }

    @Test("every root of the families is its own root")
    func idempotent() throws {
        for word in try Lists.fixture("heldout-groups.txt").joined() {
            let root = analyzer.root(of: word)
            #expect(analyzer.root(of: root) == root, "\(word)")
        }
    }

    @Test(
        "recognizes agent nouns",
        arguments: [
            ("penenun", true), ("pengrajin", true), ("perajin", true), ("petani", true), ("pengolah", true),
            ("pengolahan", false),
            ("tenun", false), ("menenun", false), ("pertenunan", false), ("perak", false), ("permata", false),
            ("periuk", false),
        ])
    func agents(word: String, isAgent: Bool) {
        #expect(analyzer.isAgentNoun(word) == isAgent)
    }

    @Test(
        "finds a stem that only the index knows",
        arguments: [
            ("pengglamuran", "glamur"), ("bazarikan", nil), ("perglamur", "glamur"), ("glamur", nil),
            ("kandangan", nil),
        ]
            as [(String, String?)])
    func stemsAmongWords(word: String, stem: String?) {
        #expect(analyzer.stem(of: word, among: ["glamur", "zari"].contains) == stem)
    }

    @Test func knowsWordsAndStopWords() {
        #expect(analyzer.isStopWord("yang") && analyzer.isStopWord("gasan") && !analyzer.isStopWord("purun"))
        #expect(
            analyzer.isKnownWord("penganyaman") && analyzer.isKnownWord("durian") && !analyzer.isKnownWord("sasringan"))
    }

    @Test(
        "finds reduplicated words",
        arguments: [
            ("anyam-anyaman purun", [0..<2]), ("jual sayur-mayur segar", [1..<3]), ("oleh-oleh", [0..<2]),
            ("tolong-menolong", [0..<2]),
            ("kuda-kudaan otak-otak", [0..<2, 2..<4]), ("kupu-kupu-kupu", [0..<2]), ("tas purun", []), ("63 63", []),
            ("", []),
        ])
    func doubled(text: String, ranges: [Range<Int>]) {
        #expect(analyzer.reduplications(in: Tokenizer.words(of: text)) == ranges)
    }

    @Test(
        "expands the shorthand 2",
        arguments: [
            ("oleh2", ["oleh", "oleh"]), ("anyam2an", ["anyam", "anyaman"]), ("kue2", ["kue", "kue"]), ("m2", nil),
            ("ovop2", nil),
            ("22", nil), ("co2", nil),
            ("purun", nil), ("buah2022", nil),
        ] as [(String, [String]?)])
    func expandingReduplication(token: String, words: [String]?) {
        #expect(analyzer.expandingReduplication(token) == words)
    }
}
