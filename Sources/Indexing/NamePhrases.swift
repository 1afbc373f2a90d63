import TextAnalysis

/// The words and phrases of a document's names, which are offered while one types.
///
///     NamePhrases(["Kain sasirangan", "kain; kain katun, pewarna alami"], isStopWord: analyzer.isStopWord).names
///     // kain sasirangan, kain, kain katun, pewarna alami
///
/// A name ends at a comma, semicolon, colon, slash or bracket.
struct NamePhrases {
    /// What the document is called by, folded, each once.
    let names: Set<String>
    /// Words and runs of words within one name that are not names themselves, each once.
    ///
    /// None begins or ends with a
    /// stop word.
    let parts: Set<String>

    private static let maxWords = 4

    /// `except` is a folded name that is no phrase, because it is offered as the name of the document.
    init(_ texts: [String], except: String = "", isStopWord: (String) -> Bool) {
        var names: Set<String> = []
        var parts: Set<String> = []
        for text in texts {
            for segment in text.utf8.split(whereSeparator: Tokenizer.endsName) {
                let words = Tokenizer.words(of: String(Substring(segment)))
                let canEnd = words.map { $0.utf8.count > 1 && !isStopWord($0) }
                if let last = canEnd.last, last, canEnd[0], words.count <= Self.maxWords {
                    names.insert(words.joined(separator: " "))
                }
                for start in words.indices where canEnd[start] {
                    for end in start..<min(words.count, start + Self.maxWords) where canEnd[end] {
                        parts.insert(words[start...end].joined(separator: " "))
                    }
                }
            }
        }
        names.remove(except)
        self.names = names
        self.parts = parts.subtracting(names)
    }
}
