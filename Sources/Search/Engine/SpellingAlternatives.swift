import IndexStore
import TextAnalysis

extension InterpretationBuilder {
    /// The largest number of queries with another spelling.
    private static let maxSpellings = 3
    /// With at least so many documents that have all words, no other spelling is offered.
    private static let enoughDocuments = 3
    /// In how many times as many documents another word must be.
    private static let minFrequencyRatio = 5

    /// Queries with one word spelled like a much more frequent one, if the words as typed find next to nothing.
    func spellingAlternatives(for reading: QueryReading) -> [String] {
        guard !request.isLiteral, reading.corrected == nil, reading.documentsWithAllWords < Self.enoughDocuments else {
            return []
        }
        var texts: [String] = []
        for (index, word) in question.words.enumerated()
        where !session.engine.analyzer.isSpelledRight(word.text) {
            guard let best = session.corrector.corrections(of: word.text).first else { continue }
            let count = session.index.documentCount(of: MatchTerm([word.text]))
            guard best.documentCount >= Self.minFrequencyRatio * max(1, count) else { continue }
            let words = question.words.enumerated().map { $0.offset == index ? best.text : $0.element.text }
            texts.append(words.joined(separator: " "))
        }
        return Array(texts.prefix(Self.maxSpellings))
    }
}
