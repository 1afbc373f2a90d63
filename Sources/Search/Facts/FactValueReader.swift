import IndexDefinition

/// Reads conditions on named values: "halal", "punya IG", "ekspor ke Malaysia", "dari bambu".
struct FactValueReader {
    let table: FactTable
    let pieces: FactPieces
    let knowledge: FactKnowledge

    private static let maxValueLength = 5

    private typealias Found = (values: [String], end: Int)

    /// The longest condition at a piece; of facts with as many words, that of the first in the table.
    func match(at start: Int) -> FactMatch? {
        guard !pieces.matches(at: start).isEmpty else { return nil }
        var best: FactMatch?
        for fact in table.facts {
            let match =
                switch fact.reading {
                case .alone: alone(fact, at: start)
                case .marked, .titled: marked(fact, at: start)
                case .code: code(of: fact, at: start)
                case .number, .never: FactMatch?.none
                }
            if let match, match.end > best?.end ?? start { best = match }
        }
        return best
    }

    /// The words of the fact or of its values; "halal bihalal" is neither.
    private func alone(_ fact: FactDefinition, at start: Int) -> FactMatch? {
        let marker = end(of: .fact(fact.name), at: start)
        let first = marker.map { skipConnectors(of: fact, from: $0) } ?? start
        let other = end(of: .valueWord(.none, of: fact.name), at: start)
        if var match = list(of: fact, at: start, named) ?? list(of: fact, at: first, named) {
            if let other, other >= match.end { return FactMatch(end: other) }
            match.end = pieces.skip(from: match.end) { $0 == .fact(fact.name) }
            return match
        }
        if let other { return FactMatch(end: other) }
        guard let marker else { return nil }
        return FactMatch(end: marker, conditions: [any(fact)])
    }

    /// A word of the fact before a value.
    private func marked(_ fact: FactDefinition, at start: Int) -> FactMatch? {
        guard let marker = end(of: .fact(fact.name), at: start) else {
            guard !pieces[start].words.contains(where: knowledge.leadWords.contains) else { return nil }
            return end(of: .valueWord(.weakMarker, of: fact.name), at: start).flatMap { weak in
                list(of: fact, at: skipConnectors(of: fact, from: weak), fact.values.isEmpty ? surely : named)
            }
        }
        let first = skipConnectors(of: fact, from: marker)
        if let end = end(of: .valueWord(.any, of: fact.name), at: first) {
            return FactMatch(end: end, conditions: [any(fact)])
        }
        let reader = fact.values.isEmpty ? fact.reading == .titled ? surely : known : named
        if let match = list(of: fact, at: first, reader) { return match }
        return fact.valueWords[.any] == nil ? nil : FactMatch(end: marker, conditions: [any(fact)])
    }

    private func code(of fact: FactDefinition, at start: Int) -> FactMatch? {
        guard let marker = end(of: .fact(fact.name), at: start) else { return nil }
        let index = skipConnectors(of: fact, from: marker)
        guard index < pieces.count, case .number(_, isPlain: true) = pieces[index].content else { return nil }
        return FactMatch(end: index + 1, conditions: [FactCondition(fact: fact.name, values: [pieces[index].text])])
    }

    /// Values that "dan" joins, each a condition, and that "atau" joins, in one condition.
    private func list(
        of fact: FactDefinition, at start: Int, _ read: (FactDefinition, Int) -> Found?
    ) -> FactMatch? {
        guard let first = read(fact, start) else { return nil }
        var match = FactMatch(end: first.end, conditions: [FactCondition(fact: fact.name, values: first.values)])
        while let (isOr, next) = conjunction(at: match.end) {
            let marker =
                end(of: .fact(fact.name), at: next) ?? end(of: .valueWord(.weakMarker, of: fact.name), at: next)
            let index = skipConnectors(of: fact, from: marker ?? next)
            guard let found = fact.values.isEmpty ? known(of: fact, at: index) : named(of: fact, at: index) else {
                break
            }
            if isOr {
                match.conditions[match.conditions.count - 1].values += found.values
            } else {
                match.conditions.append(FactCondition(fact: fact.name, values: found.values))
            }
            match.end = found.end
        }
        return match
    }

    private func named(of fact: FactDefinition, at start: Int) -> Found? {
        for match in pieces.matches(at: start) {
            if case .value(let value, fact.name) = match.meaning { return ([value], match.end) }
        }
        return nil
    }

    /// Words that the index has as values of an open set.
    private func known(of fact: FactDefinition, at start: Int) -> Found? {
        phrases(at: start).lazy.compactMap { values(of: $0, for: fact, whole: false) }.first
    }

    /// The same, but a whole value if the words may mean something else: the name of a place, or one word of a name.
    private func surely(of fact: FactDefinition, at start: Int) -> Found? {
        phrases(at: start).lazy.compactMap { words in
            let isPart = fact.reading == .titled && words.count == 1
            return values(of: words, for: fact, whole: isPart || knowledge.isPlace(words.map(\.text)))
        }.first
    }

    /// The words from a piece on, longest first.
    private func phrases(at start: Int) -> [Slice<FactPieces>] {
        let words = pieces[start...].prefix(Self.maxValueLength).prefix { $0.content == .word }
        return words.indices.reversed().map { words[...$0] }
    }

    private func values(of words: Slice<FactPieces>, for fact: FactDefinition, whole: Bool) -> Found? {
        let values = knowledge.values(words.map(\.text), fact.name, whole)
        return values.isEmpty ? nil : (values, words.endIndex)
    }

    private func conjunction(at start: Int) -> (isOr: Bool, end: Int)? {
        if let end = pieces.end(at: start, where: { $0.isOperator(.or) }) { return (true, end) }
        return pieces.end(at: start, where: { $0.isOperator(.and) }).map { (false, $0) }
    }

    private func any(_ fact: FactDefinition) -> FactCondition {
        FactCondition(fact: fact.name, values: [fact.type == .flag ? "true" : FactDefinition.anyValue])
    }

    private func end(of meaning: FactLexicon.Meaning, at start: Int) -> Int? {
        pieces.end(at: start) { $0 == meaning }
    }

    private func skipConnectors(of fact: FactDefinition, from start: Int) -> Int {
        pieces.skip(from: start) { $0 == .valueWord(.connector, of: fact.name) }
    }
}
