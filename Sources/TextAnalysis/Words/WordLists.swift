/// The word lists of Index/Analyzers, read once and shared by every analyzer and synonym table made from them.
///
/// Lists of words hold any number of words a line; tables hold tab-separated columns. A line that begins with `#` is a
/// comment, blank lines count for nothing.
package struct WordLists: Sendable {
    /// Roots; words that look derived and are not, such as `sasirangan`; words whose root no rule finds.
    let roots: RootTable
    let stopWords: Set<String>
    let synonyms: [SynonymEntry]

    /// Reads the files by their path in Index/Analyzers, such as `id/roots.txt`; files with other names are somebody
    /// else's.
    ///
    /// Throws: `TextAnalysisError` (data) when a list is missing or a line cannot be read.
    package init(files: [String: String]) throws(TextAnalysisError) {
        let reader = WordListReader(files: files)
        roots = try RootTable(
            roots: reader.words(in: "id/roots.txt"),
            banjarRoots: reader.words(in: "bjn/roots.txt"),
            protected: reader.words(in: "id/protected.txt").union(reader.words(in: "bjn/protected.txt")),
            exceptions: reader.pairs(in: "id/exceptions.tsv"))
        stopWords = try reader.words(in: "id/stopwords.txt")
            .union(reader.words(in: "bjn/stopwords.txt")).union(reader.words(in: "en/stopwords.txt"))
        synonyms =
            try SynonymEntry.read("id/synonyms.tsv", language: .indonesian, from: reader)
            + SynonymEntry.read("bjn/terms.tsv", language: .banjar, from: reader)
            + SynonymEntry.read("en/terms.tsv", language: .english, from: reader)
    }
}
