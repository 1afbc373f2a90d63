import IndexDefinition
import TextAnalysis

/// Words that say who or what kind of thing is asked for, from `id/asking.tsv`: "perajin" in "perajin bambu".
///
/// A document need not have them; that it has them speaks for it, and so does its kind.
/// Shape of the file: words between commas, kinds between commas or `any`, and `all` or `some`, parted by tabs; `#` begins a comment.
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

    init(text: String) {
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            let columns = line.split(separator: "\t")
            guard columns.count >= 3 else { continue }
            let kinds = columns[1].split(separator: ",").compactMap { DocumentKind(rawValue: String($0).trimmedOfWhitespace) }
            for phrase in columns[0].split(separator: ",") {
                let words = Tokenizer.words(of: String(phrase))
                entries[words] = Entry(kinds: kinds, asksForAll: columns[2] == "all")
                longest = max(longest, words.count)
            }
        }
    }

    /// The longest entry that begins at a word, and of how many words it is.
    func entry(in words: [String], at start: Int) -> (length: Int, entry: Entry)? {
        for length in stride(from: min(longest, words.count - start), to: 0, by: -1) {
            if let entry = entries[Array(words[start..<(start + length)])] { return (length, entry) }
        }
        return nil
    }
}
