import TextAnalysis

/// Reads a typed question: its words, and what it excludes in words.
struct QuestionReader {
    let engine: SearchEngine

    /// The question of a text; every word of a literal one is taken as it is.
    ///
    /// - Throws: SearchError (usage) if the text is no query.
    func question(_ text: String, isLiteral: Bool) throws(SearchError) -> Question {
        var question = try Question(text)
        if !isLiteral { readExclusions(of: &question) }
        return question
    }

    /// Reads "selain intan": the words from the next one up to a stop word, a marker or the end are excluded.
    private func readExclusions(of question: inout Question) {
        let texts = question.words.map(\.text)
        var index = 0
        while index < texts.count {
            let start = index + engine.exclusionWords.length(in: texts, at: index)
            var end = start
            while start > index, end < texts.count, end == start || question.areNeighbours(end - 1, end),
                !isBoundary(texts[end], at: end, in: question)
            {
                end += 1
            }
            if end > start {
                question.consumed.formUnion(index..<end)
                question.exclusions.append(Array(texts[start..<end]))
            }
            index = max(end, index + 1)
        }
    }

    private func isBoundary(_ word: String, at index: Int, in question: Question) -> Bool {
        engine.analyzer.isStopWord(word) || !engine.markers.markers(in: question, at: index).isEmpty
            || engine.exclusionWords.length(in: [word], at: 0) > 0
    }
}
