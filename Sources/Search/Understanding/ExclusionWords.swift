import TextAnalysis

/// Words after which a question names what it does not want, from `id/exclusion-words.txt`: "selain", "tanpa".
struct ExclusionWords: Sendable {
    static let fileName = "id/exclusion-words.txt"

    private var phrases: Set<[String]> = []
    private var longest = 1

    /// - Throws: TextAnalysisError (data) that names the line which cannot be read.
    init(files: [String: String]) throws(TextAnalysisError) {
        for (_, row) in try WordListReader(files: files).rows(in: Self.fileName, columns: ["words"]) {
            let words = Tokenizer.words(of: row[0])
            guard !words.isEmpty else { continue }
            phrases.insert(words)
            longest = max(longest, words.count)
        }
    }

    /// How many words from `start` on are an exclusion word or phrase; 0 if none.
    func length(in words: [String], at start: Int) -> Int {
        stride(from: min(longest, words.count - start), to: 0, by: -1).first {
            phrases.contains(Array(words[start..<(start + $0)]))
        } ?? 0
    }
}
