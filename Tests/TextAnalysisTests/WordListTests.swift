import Base
import IndexDefinition
import Testing

@testable import TextAnalysis

@Suite struct WordListTests {
    private func files(_ changes: [String: String?]) throws -> [String: String] {
        try IndexDefinition.analyzerFiles().merging(changes.compactMapValues { $0 }) { $1 }.filter {
            changes[$0.key] != .some(nil)
        }
    }

    @Test(
        "names the file and line of an error",
        arguments: [
            ("id/roots.txt", nil, "The word list 'id/roots.txt' is missing from Index/Analyzers: restore the file."),
            (
                "id/exceptions.tsv", "# words\nbelajar ajar\n",
                "The line 'belajar ajar' in id/exceptions.tsv:2 has too few columns: expected word, root, separated by tabs."
            ),
            (
                "en/terms.tsv", "egg\tequals\ttelur\n",
                "The value 'equals' is invalid for 'relation' in en/terms.tsv:1: expected one of same, means, narrower, related, gloss."
            ),
            (
                "bjn/terms.tsv", "wadai\tsame\t\n",
                "The value 'wadai' is invalid for 'terms' in bjn/terms.tsv:1: expected words on both sides of the relation."
            ),
        ] as [(String, String?, String)])
    func errors(name: String, text: String?, message: String) throws {
        let files = try files([name: text])
        let error = #expect(throws: TextAnalysisError.self) { try WordLists(files: files) }
        #expect(error?.message == message && error?.kind == .data && error?.description == message)
    }

    @Test("the lists of the product are folded and complete")
    func shipped() throws {
        let reader = try WordListReader(files: IndexDefinition.analyzerFiles())
        for name in [
            "id/roots.txt", "id/protected.txt", "id/stopwords.txt", "bjn/roots.txt", "bjn/protected.txt",
            "bjn/stopwords.txt",
            "en/stopwords.txt",
        ] {
            for word in try reader.words(in: name) {
                #expect(Tokenizer.words(of: word) == [word], "\(name)")
            }
        }
        #expect(try reader.words(in: "id/roots.txt").count > 4_500)
        #expect(try reader.rows(in: "bjn/terms.tsv", columns: ["terms"]).count >= 274)
    }

    @Test("no English stop word is a word of Indonesian or Banjar")
    func foreignStopWords() throws {
        let reader = try WordListReader(files: IndexDefinition.analyzerFiles())
        let words = try reader.words(in: "id/roots.txt").union(reader.words(in: "bjn/roots.txt")).union(
            reader.words(in: "bjn/protected.txt"))
        #expect(try reader.words(in: "en/stopwords.txt").intersection(words) == [])
    }

    @Test("every exception gives a listed word that no rule finds")
    func exceptions() throws {
        let reader = try WordListReader(files: IndexDefinition.analyzerFiles())
        let exceptions = try reader.pairs(in: "id/exceptions.tsv")
        let listed = try reader.words(in: "id/roots.txt").union(reader.words(in: "id/protected.txt"))
            .union(reader.words(in: "bjn/roots.txt")).union(reader.words(in: "bjn/protected.txt"))
        for (word, root) in exceptions.sorted(by: { $0.key < $1.key }) {
            #expect(listed.contains(root) && exceptions[root] == nil, "\(word): \(root)")
        }
        let without = try Analyzer(WordLists(files: files(["id/exceptions.tsv": ""])))
        let idle = exceptions.filter { without.root(of: $0.key) == $0.value }.keys.sorted()
        #expect(idle == [])
    }

    @Test("every listed root is its own root unless it is an exception")
    func roots() throws {
        let reader = try WordListReader(files: IndexDefinition.analyzerFiles())
        let exceptions = try reader.pairs(in: "id/exceptions.tsv")
        let analyzer = try Analyzer(WordLists(files: IndexDefinition.analyzerFiles()))
        let moved = try reader.words(in: "id/roots.txt").filter { exceptions[$0] == nil && analyzer.root(of: $0) != $0 }
        #expect(moved == [])
    }
}
