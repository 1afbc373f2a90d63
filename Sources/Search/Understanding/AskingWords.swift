import IndexDefinition
import TextAnalysis

/// Words that ask for a kind of document, from `id/asking.tsv`: "perajin" in "perajin bambu".
///
/// Documents need not have these words. If they have them, or are of the kind, their score is higher. Shape of the
/// file: words between commas, kinds between commas or `any`, and `all` or `some`, separated by tabs; `#` begins a
/// comment.
struct AskingWords: Sendable {
    static let fileName = "id/asking.tsv"

    struct Entry: Sendable {
        /// Empty means any kind.
        var kinds: [DocumentKind]
        /// True if the word with only a place asks for everything of these kinds.
        var asksForAll: Bool
        /// True if they ask what a place has, so that a bare name beside them is surely a place ("Tapin ada apa").
        var asksAboutPlace = false
    }

    private var entries = PhraseTable<Entry>()

    /// - Throws: TextAnalysisError (data) that names the invalid line.
    init(files: [String: String]) throws(TextAnalysisError) {
        for (number, columns) in try WordListReader(files: files).rows(
            in: Self.fileName, columns: ["words", "kinds", "reach"])
        {
            guard let kinds = Self.kinds(columns[1]) else {
                let known = DocumentKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw .value(
                    columns[1], of: "kinds", in: Self.fileName, number: number,
                    expected: "any, or some of \(known) with commas")
            }
            guard ["all", "some", "place"].contains(columns[2]) else {
                throw .value(
                    columns[2], of: "reach", in: Self.fileName, number: number, expected: "all, some or place")
            }
            for phrase in columns[0].split(separator: ",") {
                let words = Tokenizer.words(of: String(phrase))
                let entry = Entry(
                    kinds: kinds, asksForAll: columns[2] != "some", asksAboutPlace: columns[2] == "place")
                entries.add(words, entry)
            }
        }
    }

    /// Returns nil if a kind is unknown.
    private static func kinds(_ text: String) -> [DocumentKind]? {
        if text == "any" { return [] }
        let kinds = text.split(separator: ",").map { DocumentKind(rawValue: String($0).trimmedOfWhitespace) }
        return kinds.isEmpty || kinds.contains(nil) ? nil : kinds.compactMap(\.self)
    }

    /// True if some of the words ask what a place has.
    func askAboutPlace(_ words: [String]) -> Bool {
        words.indices.contains { entry(in: words, at: $0)?.entry.asksAboutPlace ?? false }
    }

    /// The longest entry that begins at a word, and of how many words it is.
    func entry(in words: [String], at start: Int) -> (length: Int, entry: Entry)? {
        entries.longest(in: words, at: start).map { ($0.length, $0.value) }
    }
}
