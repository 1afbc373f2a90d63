import TextAnalysis

/// Words after which a question names what it does not want, from `id/exclusion-words.txt`: "selain", "tanpa".
struct ExclusionWords: Sendable {
    static let fileName = "id/exclusion-words.txt"

    private var phrases = PhraseTable<Void>()

    /// - Throws: TextAnalysisError (data) that names the line which cannot be read.
    init(files: [String: String]) throws(TextAnalysisError) {
        for (_, row) in try WordListReader(files: files).rows(in: Self.fileName, columns: ["words"]) {
            phrases.add(Tokenizer.words(of: row[0]), ())
        }
    }

    /// How many words from `start` on are an exclusion word or phrase; 0 if none.
    func length(in words: [String], at start: Int) -> Int { phrases.longest(in: words, at: start)?.length ?? 0 }
}
