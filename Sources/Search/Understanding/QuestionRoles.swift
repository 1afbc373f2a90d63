import IndexDefinition
import TextAnalysis

/// The words of a query by their role: content words, kind words, and words without meaning for the search.
struct QuestionRoles {
    /// The words with a meaning, in order.
    var words: [String] = []
    /// The position of each of `words` among the given words.
    var origins: [Int] = []
    /// The indices of content words in `words`.
    var contentWords: Set<Int> = []
    /// The ranges of kind words in `words`.
    var kindWords: [Range<Int>] = []
    var kinds: Set<DocumentKind> = []
    /// True if there is no content word, and the query asks for everything of the kinds in a place or with some fact.
    var asksForAll = false

    /// Sorts the words of a query by their roles.
    ///
    /// `isLimited` is true if the query also names a place or a condition. Then a query of kind words alone asks for
    /// everything of these kinds there. `isName` tells whether words together name a thing: "topi petani" is a hat, and does not ask for
    /// farmers.
    init(
        _ given: [String], asking entries: AskingWords, analyzer: Analyzer, isLimited: Bool,
        isName: (ArraySlice<String>) -> Bool = { _ in false }
    ) {
        // A doubled word may consist of stop words: "oleh-oleh" means souvenirs, "oleh" means "by".
        let doubled = analyzer.reduplications(in: given)
        let asked = Self.runs(of: entries, in: given).filter { run in
            let start = run.span.lowerBound - 1
            return start < 0 || run.entry.kinds.isEmpty || !isName(given[start..<run.span.upperBound])
        }
        let isAsked = { (index: Int) in asked.contains { $0.span.contains(index) } }
        let isSilent = { (index: Int) in analyzer.isStopWord(given[index]) && !doubled.contains { $0.contains(index) } }
        var kept = given.indices.filter { isAsked($0) || !isSilent($0) }
        if kept.isEmpty, !isLimited { kept = Array(given.indices) }
        words = kept.map { given[$0] }
        origins = kept
        kinds = Set(asked.flatMap(\.entry.kinds))
        let tells = kept.indices.filter { !isAsked(kept[$0]) }
        asksForAll = tells.isEmpty && isLimited && !given.isEmpty && asked.allSatisfy(\.entry.asksForAll)
        // If there are no content words, the kind words are the content.
        contentWords = Set(tells.isEmpty && !asksForAll ? Array(kept.indices) : tells)
        guard !tells.isEmpty else { return }
        kindWords = asked.compactMap { run in
            kept.firstIndex(of: run.span.lowerBound).map { $0..<($0 + run.span.count) }
        }
        // In Indonesian the first word names the thing, and the others describe it.
        if let head = tells.first, analyzer.isAgentNoun(words[head]) { kinds.insert(.sentra) }
    }

    /// The kinds that limit the answer if the query asks for all of them.
    var kindsOfAll: Set<DocumentKind>? {
        asksForAll ? (kinds.isEmpty ? Set(DocumentKind.goods) : kinds) : nil
    }

    private static func runs(of entries: AskingWords, in words: [String]) -> [(
        span: Range<Int>, entry: AskingWords.Entry
    )] {
        var runs: [(span: Range<Int>, entry: AskingWords.Entry)] = []
        var index = 0
        while index < words.count {
            let found = entries.entry(in: words, at: index)
            if let (length, entry) = found { runs.append((index..<(index + length), entry)) }
            index += found?.length ?? 1
        }
        return runs
    }
}
