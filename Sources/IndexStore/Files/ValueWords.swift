import Synchronization
import TextAnalysis

/// Finds the values of a set by the words in them.
///
/// The words are collected at the first use: most sets are never asked for, and the different values are few.
final class ValueWords: Sendable {
    private struct Table {
        /// The words of each value.
        var words: [[String]]
        /// The values that have a word.
        var values: [String: [Int]]

        init(_ strings: StringColumn) {
            words = strings.strings.map(Tokenizer.words(of:))
            values = [:]
            for (value, words) in words.enumerated() {
                for word in Set(words) { values[word, default: []].append(value) }
            }
        }
    }

    private let strings: StringColumn
    private let table = Mutex<Table?>(nil)

    init(of strings: StringColumn) {
        self.strings = strings
    }

    /// The numbers of the values that have the words one after another, ascending; none for no words.
    ///
    /// - Complexity: O(values with the rarest of the words).
    func values(with phrase: [String]) -> [Int] {
        let (candidates, words) = candidates(for: phrase)
        return phrase.count < 2 ? candidates : candidates.filter { words[$0].firstRange(of: phrase) != nil }
    }

    /// True if some value has the words one after another.
    ///
    /// `whole` takes only values of these words alone.
    /// - Complexity: O(values with the rarest of the words), until the first one is found.
    func contains(_ phrase: [String], whole: Bool) -> Bool {
        let (candidates, words) = candidates(for: phrase)
        if whole { return candidates.contains { words[$0] == phrase } }
        return phrase.count < 2
            ? !candidates.isEmpty : candidates.contains { words[$0].firstRange(of: phrase) != nil }
    }

    /// The values with the rarest of the words, ascending, and the words of every value.
    private func candidates(for phrase: [String]) -> (values: [Int], words: [[String]]) {
        table.withLock { table in
            let known = table ?? Table(strings)
            table = known
            let values = phrase.map { known.values[$0] ?? [] }.min { $0.count < $1.count }
            return (values ?? [], known.words)
        }
    }
}
