import TextAnalysis

/// The words and phrases of a document's names, which are offered while one types.
///
///     NamePhrases(["Kain sasirangan", "kain; kain katun, pewarna alami"], isStopWord: analyzer.isStopWord).names
///     // kain sasirangan, kain, kain katun, pewarna alami
///
/// A name ends at a comma, semicolon, colon, slash or bracket.
struct NamePhrases {
    /// The texts that the document is called by, folded, each once.
    let names: [String]
    /// Words and runs of words within one name that are not names themselves, each once.
    ///
    /// None begins or ends with a stop word.
    let parts: [String]

    private static let maxWords = 4

    /// `except` is a folded name that is no phrase, because it is offered as the name of the document.
    init(_ texts: [String], except: String = "", isStopWord: (String) -> Bool) {
        // Every phrase, and whether it is a whole name.
        var phrases: [String: Bool] = [:]
        for text in texts {
            for segment in text.utf8.split(whereSeparator: Tokenizer.endsName) {
                Self.add(Tokenizer.joined(String(Substring(segment))).text, to: &phrases, isStopWord)
            }
        }
        if let own = phrases.index(forKey: except) { phrases.values[own] = false }
        names = phrases.filter(\.value).map(\.key)
        parts = phrases.filter { !$0.value }.map(\.key)
    }

    /// Adds the runs of words of one folded name; the run of all words is the name.
    private static func add(_ name: String, to phrases: inout [String: Bool], _ isStopWord: (String) -> Bool) {
        let words = name.split(separator: " ")
        let canEnd = words.map { $0.utf8.count > 1 && !isStopWord(String($0)) }
        for start in words.indices where canEnd[start] {
            for end in start..<min(words.count, start + maxWords) where canEnd[end] {
                let phrase = String(name[words[start].startIndex..<words[end].endIndex])
                let isName = start == 0 && end == words.count - 1
                if isName || phrases[phrase] == nil { phrases[phrase] = isName }
            }
        }
    }
}
