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
    /// `whole` takes only values of these words alone.
    /// - Complexity: O(values with the first word).
    func values(with phrase: [String], whole: Bool = false) -> [Int] {
        guard let first = phrase.first else { return [] }
        return table.withLock { table in
            let known = table ?? Table(strings)
            table = known
            return known.values[first, default: []].filter {
                whole ? known.words[$0] == phrase : known.words[$0].firstRange(of: phrase) != nil
            }
        }
    }
}
