import IndexDefinition

/// What was read from the words of a question as facts.
struct FactReadings: Hashable {
    /// All of them must be met.
    var conditions: [FactCondition] = []
    /// Conditions on facts that no document has, so that nothing can be chosen by them.
    ///
    /// Their words stay keywords.
    var undecided: [FactCondition] = []
    /// The kinds that can have the facts of `undecided`: "ovop bintang 3" asks for no village named Bintang.
    var kindsOfUndecided: [DocumentKind] = []
    var sort: ReadSort?
    /// The indices of `Question.words` that are no keywords any more.
    var consumed: Set<Int> = []

    var isEmpty: Bool { conditions.isEmpty && sort == nil }
}

/// An order that was read from words such as "termurah".
package struct ReadSort: Sendable, Hashable {
    package var order: SearchRequest.Sort
    package var words: String
}

/// Reads conditions on facts, and an order, from the words of a question, in Indonesian, Banjar and English.
///
///     let reader = FactReader(table: try IndexDefinition.facts())
///     reader.read(try Question("tas purun di bawah 50 ribu")).conditions      // price < 50000
///
/// Phrases in quotation marks, words with a field and exclusions are left as they are. What cannot be read surely stays
/// a keyword.
struct FactReader {
    let table: FactTable
    private let lexicon: FactLexicon

    init(table: FactTable) {
        self.table = table
        lexicon = FactLexicon(table)
    }

    /// The readings of a question.
    ///
    /// `knowledge` says what the index has.
    func read(_ question: Question, knowing knowledge: FactKnowledge = FactKnowledge()) -> FactReadings {
        var readings = FactReadings()
        let scalars = Array(question.text.unicodeScalars)
        for pieces in FactLexer(question).runs() {
            let run = FactRun(table: table, lexicon: lexicon, pieces: pieces, knowledge: knowledge)
            run.read(into: &readings, knowing: knowledge) { String(String.UnicodeScalarView(scalars[$0])) }
        }
        return readings
    }
}

/// Reads one run of pieces from left to right.
struct FactRun {
    private let pieces: FactPieces
    private let numbers: FactNumberReader
    private let sorts: FactSortReader
    private let values: FactValueReader

    init(table: FactTable, lexicon: FactLexicon, pieces: [FactPiece], knowledge: FactKnowledge) {
        let pieces = FactPieces(pieces, lexicon: lexicon)
        self.pieces = pieces
        numbers = FactNumberReader(table: table, pieces: pieces)
        sorts = FactSortReader(numbers: numbers)
        values = FactValueReader(table: table, pieces: pieces, knowledge: knowledge)
    }

    /// Adds what the run says; `typed` is the text of a range of scalars.
    func read(into readings: inout FactReadings, knowing knowledge: FactKnowledge, typed: (Range<Int>) -> String) {
        var index = 0
        var previous: (fact: String, end: Int)?
        while index < pieces.count {
            let neighbour = previous.flatMap { joins($0.end, index) ? $0.fact : nil }
            guard let match = match(at: index, previous: neighbour), isWhole(index..<match.end) else {
                index += 1
                continue
            }
            if !isNegated(index), !match.conditions.isEmpty || match.sort != nil {
                let text = typed(pieces[index].range.lowerBound..<pieces[match.end - 1].range.upperBound)
                if match.fact.map(knowledge.isKnown) ?? true {
                    add(match, typed: text, to: &readings)
                    let start = lead(to: index, from: previous?.end)
                    for piece in pieces[start..<match.end] { readings.consumed.formUnion(piece.words) }
                } else {
                    readings.undecided += match.conditions.map { $0.read(from: text) }
                    readings.kindsOfUndecided += match.fact.flatMap { numbers.table[$0]?.kinds } ?? []
                }
                previous = (fact: match.fact ?? "", end: match.end)
            }
            index = match.end
        }
    }

    /// The longest match at a piece; a number goes before a value, and a value before an order.
    private func match(at index: Int, previous: String?) -> FactMatch? {
        guard pieces.mayBegin(at: index) else { return nil }
        let candidates = [
            numbers.match(at: index, previous: previous), values.match(at: index), sorts.match(at: index),
        ]
        return candidates.compactMap(\.self).reduce(FactMatch?.none) { best, match in
            match.end > best?.end ?? index ? match : best
        }
    }

    private func add(_ match: FactMatch, typed: String, to readings: inout FactReadings) {
        for condition in match.conditions.map({ $0.read(from: typed) }) where !readings.conditions.contains(condition) {
            readings.conditions.append(condition)
        }
        readings.sort = readings.sort ?? match.sort.map { ReadSort(order: $0, words: typed) }
    }

    /// True if no token is partly outside: "50rb" is one, and so is "oleh2".
    private func isWhole(_ range: Range<Int>) -> Bool {
        let inside = range.flatMap { pieces[$0].words }
        guard let low = inside.min(), let high = inside.max() else { return false }
        return pieces.indices.allSatisfy { index in
            range.contains(index) || !pieces[index].words.overlaps(low..<(high + 1))
        }
    }

    /// True if a word before says that what follows is not so: "belum bersertifikat".
    private func isNegated(_ start: Int) -> Bool {
        let index = lead(to: start, from: nil) - 1
        return index >= 0 && pieces.matches(at: index).contains { $0.meaning.isOperator(.not) }
    }

    /// True if only "dan" and words without a meaning of their own stand between two pieces.
    private func joins(_ end: Int, _ start: Int) -> Bool {
        pieces.skip(from: end) { $0.isOperator(.and) || $0.isOperator(.filler) } == start
    }

    /// The first of the words without a meaning of their own before a match.
    ///
    /// A "dan" after the match before belongs to them.
    private func lead(to start: Int, from previous: Int?) -> Int {
        if let previous, joins(previous, start) { return previous }
        var index = start
        while let before = (max(0, index - 3)..<index).first(where: { begin in
            pieces.matches(at: begin).contains { $0.end == index && $0.meaning.isOperator(.filler) }
        }), before >= previous ?? 0 {
            index = before
        }
        return index
    }
}

extension FactCondition {
    fileprivate func read(from words: String) -> FactCondition {
        var condition = self
        condition.words = words
        return condition
    }
}
