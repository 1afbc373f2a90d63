import IndexStore
import TextAnalysis

/// Reads a typed question: its words, what it excludes in words, and its conditions on facts.
struct QuestionReader {
    let session: SearchSession

    private var engine: SearchEngine { session.engine }

    /// The question of a text; every word of a literal one is taken as it is.
    ///
    /// - Throws: SearchError (usage) if the text is no query.
    func question(_ text: String, isLiteral: Bool) throws(SearchError) -> Question {
        var question = try Question(text)
        guard !isLiteral else { return question }
        readExclusions(of: &question)
        question.facts = engine.facts.read(question, knowing: knowledge(of: question))
        question.consumed.formUnion(question.facts.consumed)
        return question
    }

    /// The words that lead to a place, with one after them: "terdekat", and "dari" in "terdekat dari".
    private func leadWords(of question: Question) -> Set<Int> {
        question.words.indices.reduce(into: []) { found, index in
            let markers = engine.markers.markers(in: question, at: index)
                .filter { $0.length > 1 || $0.relation != .inside }
            let lengths = markers.map(\.length) + [PlaceMarkers.distance(in: question, at: index)?.length ?? 0]
            guard let length = lengths.max(), length > 0 else { return }
            found.formUnion(index...(index + length))
        }
    }

    private func knowledge(of question: Question) -> FactKnowledge {
        FactKnowledge(
            values: { words, fact, whole in
                let meanings = [words] + engine.synonyms.equivalents(of: words)
                return meanings.filter { session.index.hasFactValue(fact, words: $0, whole: whole) }
                    .map { $0.joined(separator: " ") }
            },
            isKnown: { session.index.documentCount(withFact: $0) > 0 },
            leadWords: leadWords(of: question),
            isPlace: { words in
                guard session.directory.mayBeginName(words[0]) else { return false }
                // A name that cannot be looked up is no name.
                return (try? session.directory.places(named: words, splitting: false).isEmpty == false) ?? false
            })
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
