/// The word lists of Index/Analyzers, read once and shared by every analyzer and synonym table made from them.
///
/// Lists of words hold any number of words a line; tables hold tab-separated columns. `#` starts a comment, blank lines count for nothing.
public struct WordLists: Sendable {
    let roots: Set<String>
    /// Words that look derived and are not, such as `sasirangan`; roots to the words derived from them.
    let protected: Set<String>
    let stopWords: Set<String>
    /// Words whose root no rule finds, and words that may be read in several ways: `belajar` to `ajar`.
    let exceptions: [String: String]

    /// Reads the files by their path in Index/Analyzers, such as `id/roots.txt`; files with other names are somebody else's.
    ///
    /// Throws: `TextAnalysisError` (data) when a list is missing or a line cannot be read.
    public init(files: [String: String]) throws(TextAnalysisError) {
        let reader = WordListReader(files: files)
        roots = try reader.words(in: "id/roots.txt").union(reader.words(in: "bjn/roots.txt"))
        protected = try reader.words(in: "id/protected.txt").union(reader.words(in: "bjn/protected.txt"))
        stopWords = try reader.words(in: "id/stopwords.txt").union(reader.words(in: "bjn/stopwords.txt"))
        exceptions = try reader.pairs(in: "id/exceptions.tsv")
    }

    /// The root that stands for a listed word; nil for a word in no list.
    func root(_ word: String) -> String? {
        if let root = exceptions[word] { return root }
        return roots.contains(word) || protected.contains(word) ? word : nil
    }
}
