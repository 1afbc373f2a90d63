/// Phrases with a value each, looked up in the words of a query.
///
///     table.longest(in: ["di", "dekat", "rantau"], at: 0)      // "di dekat" rather than "di"
struct PhraseTable<Value: Sendable>: Sendable {
    typealias Match = (length: Int, value: Value)

    /// By the first word, so that most words of a query need one look-up; longer phrases first.
    private var byFirstWord: [String: [(words: [String], value: Value)]] = [:]

    /// Adds a phrase of folded words, unless it has a value already.
    mutating func add(_ words: [String], _ value: Value) {
        guard let first = words.first else { return }
        var phrases = byFirstWord[first] ?? []
        guard !phrases.contains(where: { $0.words == words }) else { return }
        let position = phrases.firstIndex { $0.words.count < words.count } ?? phrases.count
        phrases.insert((words, value), at: position)
        byFirstWord[first] = phrases
    }

    /// The phrases that begin at a position, the longest first.
    func matches(in words: some RandomAccessCollection<String>, at start: Int = 0) -> [Match] {
        let rest = words.dropFirst(start)
        guard let first = rest.first, let phrases = byFirstWord[first] else { return [] }
        return phrases.filter { rest.starts(with: $0.words) }.map { ($0.words.count, $0.value) }
    }

    /// The longest phrase that begins at a position.
    func longest(in words: some RandomAccessCollection<String>, at start: Int = 0) -> Match? {
        matches(in: words, at: start).first
    }
}
