import IndexDefinition
import TextAnalysis

/// Finds the words of the tables of facts at a piece of a run.
struct FactLexicon {
    /// What words mean.
    enum Meaning: Hashable {
        /// They name the fact, or say that some value is known.
        case fact(String)
        /// They name a value of the fact.
        case value(String, of: String)
        case valueWord(FactValueWords, of: String)
        case comparison(FactComparator.Operator, FactComparator.Position?, unit: String?)
        case number(FactNumberWord.Role)
    }

    struct Match: Hashable {
        var end: Int
        var meaning: Meaning
    }

    private struct Entry {
        var words: [String]
        var meaning: Meaning
    }

    private var byFirstWord: [String: [Entry]] = [:]

    init(_ table: FactTable) {
        for fact in table.facts {
            add(fact.words.values.joined(), .fact(fact.name))
            for value in fact.values {
                add(value.words.values.joined(), .value(value.name, of: fact.name))
            }
            for (role, words) in fact.valueWords { add(words, .valueWord(role, of: fact.name)) }
        }
        for comparator in table.comparators {
            add(comparator.words, .comparison(comparator.operation, comparator.position, unit: comparator.unit))
        }
        for number in table.numberWords { add(number.words, .number(number.role)) }
        // Longer ones first, so that "lebih dari" is not read as "lebih".
        for word in byFirstWord.keys { byFirstWord[word]?.sort { $0.words.count > $1.words.count } }
    }

    private mutating func add(_ phrases: some Sequence<String>, _ meaning: Meaning) {
        for phrase in phrases {
            let words = phrase.split(separator: " ").map { word in
                word.unicodeScalars.contains { $0.properties.isAlphabetic }
                    ? Tokenizer.joined(String(word)).text
                    : String(word)
            }
            guard let first = words.first else { continue }
            let entry = Entry(words: words, meaning: meaning)
            byFirstWord[first, default: []].append(entry)
        }
    }

    /// The meanings of the words from a piece on, longer ones first.
    ///
    /// The last word of a name may have the ending "nya": "pekerjanya".
    func matches(in pieces: [FactPiece], at start: Int) -> [Match] {
        guard start < pieces.count, pieces[start].content == .word || pieces[start].content == .sign else { return [] }
        let first = pieces[start].text
        var found = (byFirstWord[first] ?? []).compactMap { match($0, in: pieces, at: start) }
        if let root = Self.withoutEnding(first) {
            found += (byFirstWord[root] ?? []).compactMap { match($0, in: pieces, at: start) }
        }
        return found.count < 2 ? found : found.sorted { $0.end > $1.end }
    }

    private func match(_ entry: Entry, in pieces: [FactPiece], at start: Int) -> Match? {
        let end = start + entry.words.count
        guard end <= pieces.count else { return nil }
        let last = entry.words.count - 1
        for (index, word) in entry.words.enumerated() where pieces[start + index].text != word {
            guard index == last, entry.meaning.mayHaveEnding, Self.withoutEnding(pieces[start + index].text) == word
            else {
                return nil
            }
        }
        return Match(end: end, meaning: entry.meaning)
    }

    private static func withoutEnding(_ word: String) -> String? {
        word.hasSuffix("nya") && word.utf8.count > 5 ? String(word.dropLast(3)) : nil
    }
}

extension FactLexicon.Meaning {
    fileprivate var mayHaveEnding: Bool {
        switch self {
        case .fact, .number(.noun): true
        default: false
        }
    }
}

extension FactLexicon.Meaning {
    func isOperator(_ operation: FactComparator.Operator) -> Bool {
        if case .comparison(operation, _, _) = self { true } else { false }
    }
}
