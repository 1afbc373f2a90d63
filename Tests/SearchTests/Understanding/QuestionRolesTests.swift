import Base
import IndexDefinition
import Testing
import TextAnalysis

@testable import Search

@Suite("What the words of a question do")
struct QuestionRolesTests {
    let analyzer: Analyzer
    let asking: AskingWords

    init() throws {
        let files = try IndexDefinition.analyzerFiles()
        analyzer = Analyzer(try WordLists(files: files))
        asking = try AskingWords(files: files)
    }

    private func roles(_ text: String, isLimited: Bool = false) -> QuestionRoles {
        QuestionRoles(Tokenizer.words(of: text), asking: asking, analyzer: analyzer, isLimited: isLimited)
    }

    @Test(
        "tells what a question is about from what it asks for",
        arguments: [
            ("perajin bambu", ["bambu"], [.sentra]), ("sentra rotan", ["rotan"], [.sentra]),
            ("produk nanas", ["nanas"], [.product]),
            ("oleh-oleh makanan", ["makanan"], []), ("toko permata", ["permata"], [.sentra, .outlet]),
            ("kain khas", ["kain"], []),
            ("penenun sarigading", ["penenun", "sarigading"], [.sentra]), ("tas purun", ["tas", "purun"], []),
            ("di mana beli dodol", ["dodol"], []), ("sayur-mayur", ["sayur", "mayur"], []),
        ] as [(String, [String], Set<DocumentKind>)])
    func tellsRoles(text: String, telling: [String], kinds: Set<DocumentKind>) {
        let roles = roles(text)
        #expect(
            roles.contentWords.sorted().map { roles.words[$0] } == telling && roles.kinds == kinds && !roles.asksForAll)
    }

    @Test("a maker in the name of a thing asks for nobody")
    func knowsNames() {
        let roles = QuestionRoles(["topi", "petani"], asking: asking, analyzer: analyzer, isLimited: false) {
            Array($0) == ["topi", "petani"]
        }
        #expect(roles.contentWords == [0, 1] && roles.kinds.isEmpty)
    }

    @Test(
        "what only asks is what a question is about where it says nothing else",
        arguments: ["perajin", "oleh-oleh", "pasar"])
    func keepsLoneWords(text: String) {
        #expect(roles(text).contentWords.count == roles(text).words.count)
    }

    @Test(
        "asks for all that a place has",
        arguments: [
            ("sentra", [.sentra]), ("perajin", [.sentra]), ("oleh-oleh", Set(DocumentKind.goods)),
            ("produk khas", [.product]), ("pasar", nil),
            ("oleh-oleh makanan", nil), ("dodol", nil),
        ] as [(String, Set<DocumentKind>?)])
    func asksForAll(text: String, kinds: Set<DocumentKind>?) {
        #expect(roles(text, isLimited: true).kindsOfAll == kinds)
    }

    @Test("reads phrases and kinds between commas, and passes over comments")
    func readsLists() throws {
        let words = try AskingWords(files: [
            AskingWords.fileName: "# comment\n\nkelompok tani, kub\tsentra, product\tsome\nkhas\tany\tall\n"
        ])
        #expect(
            words.entry(in: ["kelompok", "tani"], at: 0)?.length == 2 && words.entry(in: ["kelompok"], at: 0) == nil)
        #expect(words.entry(in: ["kub"], at: 0)?.entry.kinds == [.sentra, .product])
        #expect(
            words.entry(in: ["khas"], at: 0)?.entry.kinds == []
                && words.entry(in: ["khas"], at: 0)?.entry.asksForAll == true)
    }

    @Test(
        "refuses a line that cannot be read, by its number",
        arguments: [
            "lonely", "kub\tsentra", "kub\tsentre\tsome", "kub\tsentra,,x\tsome", "kub\t\tsome", "kub\tsentra\tmost",
        ])
    func refusesLines(line: String) {
        let error = #expect(throws: TextAnalysisError.self) {
            try AskingWords(files: [AskingWords.fileName: "# comment\nkhas\tany\tall\n" + line])
        }
        #expect(error?.kind == .data && error?.message.contains("\(AskingWords.fileName):3") == true)
    }

    @Test("refuses to go without its list")
    func refusesNothing() { #expect(throws: TextAnalysisError.self) { try AskingWords(files: [:]) } }
}
