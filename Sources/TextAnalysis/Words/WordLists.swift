/// The word lists of Index/Analyzers.
///
/// Analyzers and synonym tables share them.
///
/// A list has any number of words on a line. A table has tab-separated columns. Lines that begin with `#` are comments;
/// blank lines are ignored.
package struct WordLists: Sendable {
    /// Roots, protected words that only look derived, such as `sasirangan`, and words with an irregular root.
    let roots: RootTable
    let stopWords: Set<String>
    /// Everyday words, which are never taken for misspelled ones.
    let commonWords: Set<String>
    let synonyms: [SynonymEntry]

    /// Reads the files by their path in Index/Analyzers, such as `id/roots.txt`.
    ///
    /// Other files are ignored.
    ///
    /// - Throws: `TextAnalysisError` (data) if a list is missing or a line cannot be read.
    package init(files: [String: String]) throws(TextAnalysisError) {
        let reader = WordListReader(files: files)
        roots = try RootTable(
            roots: reader.words(in: "id/roots.txt"),
            banjarRoots: reader.words(in: "bjn/roots.txt"),
            protected: reader.words(in: "id/protected.txt").union(reader.words(in: "bjn/protected.txt")),
            exceptions: reader.pairs(in: "id/exceptions.tsv"))
        stopWords = try reader.words(in: "id/stopwords.txt")
            .union(reader.words(in: "bjn/stopwords.txt")).union(reader.words(in: "en/stopwords.txt"))
        commonWords = try reader.words(in: "id/common.txt")
        synonyms =
            try SynonymEntry.read("id/synonyms.tsv", language: .indonesian, from: reader)
            + SynonymEntry.read("bjn/terms.tsv", language: .banjar, from: reader)
            + SynonymEntry.read("en/terms.tsv", language: .english, from: reader)
    }
}
