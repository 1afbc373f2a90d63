import IndexDefinition

/// The pieces of a run, with what the tables of facts say of the words that begin at each of them.
///
/// The readers ask for the meanings of a piece many times, so they are found once.
struct FactPieces: RandomAccessCollection {
    private let pieces: [FactPiece]
    private let meanings: [[FactLexicon.Match]]

    init(_ pieces: [FactPiece], lexicon: FactLexicon) {
        self.pieces = pieces
        meanings = pieces.indices.map { lexicon.matches(in: pieces, at: $0) }
    }

    var startIndex: Int { pieces.startIndex }
    var endIndex: Int { pieces.endIndex }
    subscript(index: Int) -> FactPiece { pieces[index] }

    /// The meanings of the words from a piece on, longer ones first; none behind the last piece.
    func matches(at start: Int) -> [FactLexicon.Match] { start < meanings.count ? meanings[start] : [] }

    /// True if a condition or an order may begin at a piece.
    func mayBegin(at start: Int) -> Bool {
        if case .number = pieces[start].content { return true }
        return !meanings[start].isEmpty
    }

    /// The end of the longest words at a piece that a test accepts.
    func end(at start: Int, where accepts: (FactLexicon.Meaning) -> Bool) -> Int? {
        matches(at: start).first { accepts($0.meaning) }?.end
    }

    /// The first piece after words that a test accepts.
    func skip(from start: Int, where accepts: (FactLexicon.Meaning) -> Bool) -> Int {
        var index = start
        while let end = end(at: index, where: accepts) { index = end }
        return index
    }

    /// The first piece after words without a meaning of their own.
    func skipFillers(from start: Int) -> Int {
        skip(from: start) { $0.isOperator(.filler) || $0.isOperator(.inner) }
    }
}
