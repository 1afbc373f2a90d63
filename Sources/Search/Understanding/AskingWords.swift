import IndexDefinition
import TextAnalysis

/// Words that say who or what kind of thing is asked for, from `id/asking.tsv`: "perajin" in "perajin bambu".
///
/// A document need not have them; that it has them speaks for it, and so does its kind.
/// Shape of the file: words between commas, kinds between commas or `any`, and `all` or `some`, parted by tabs; `#`
/// begins a comment.
struct AskingWords: Sendable {
    static let fileName = "id/asking.tsv"

    struct Entry: Sendable {
        /// Empty: any.
        var kinds: [DocumentKind]
        /// True where, beside a place alone, everything of these kinds is asked for.
        var asksForAll: Bool
    }

    private var entries: [[String]: Entry] = [:]
    private var longest = 1

    /// - Throws: TextAnalysisError (data) that names the line which cannot be read.
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
            guard ["all", "some"].contains(columns[2]) else {
                throw .value(columns[2], of: "reach", in: Self.fileName, number: number, expected: "all or some")
            }
            for phrase in columns[0].split(separator: ",") {
                let words = Tokenizer.words(of: String(phrase))
                entries[words] = Entry(kinds: kinds, asksForAll: columns[2] == "all")
                longest = max(longest, words.count)
            }
        }
    }

    /// nil where one is unknown.
    private static func kinds(_ text: String) -> [DocumentKind]? {
        if text == "any" { return [] }
        let kinds = text.split(separator: ",").map { DocumentKind(rawValue: String($0).trimmedOfWhitespace) }
        return kinds.isEmpty || kinds.contains(nil) ? nil : kinds.compactMap(\.self)
    }

    /// The longest entry that begins at a word, and of how many words it is.
    func entry(in words: [String], at start: Int) -> (length: Int, entry: Entry)? {
        for length in stride(from: min(longest, words.count - start), to: 0, by: -1) {
            if let entry = entries[Array(words[start..<(start + length)])] { return (length, entry) }
        }
        return nil
    }
}
