import Gazetteer
import IndexDefinition
import IndexStore
import QueryLanguage
import TextAnalysis

/// Lists the interpretations of a query, cheapest first: the places it may name, and for each place the levels of
/// expansion of the other words.
struct InterpretationBuilder {
    let session: SearchSession
    let request: SearchRequest
    /// The question; the words that name places outside the data are consumed.
    let question: Question
    /// The places that the question may name, the likeliest first.
    private let readings: [PlaceReading]
    /// The names of places that the data do not have.
    let outsidePlaces: [String]

    init(session: SearchSession, request: SearchRequest, question: Question) throws {
        self.session = session
        self.request = request
        let found = request.isLiteral ? PlaceReader.Readings() : try session.placeReader.readings(of: question)
        var question = question
        for place in found.outside { question.consumed.formUnion(place.words) }
        question.consumed.formUnion(found.nearestWords)
        self.question = question
        readings = found.inside
        outsidePlaces = found.outside.map(\.name)
    }

    private var clauses: ClauseBuilder { session.clauseBuilder }

    /// The ways to read the query's place, cheapest first; the last reads none.
    func places(in scope: Scope) -> [PlaceCandidate] {
        let none = PlaceCandidate(role: .none, reading: nil, scope: scope)
        guard !request.isLiteral else { return [none] }
        var places = readings.enumerated().flatMap { candidates(for: $0.element, in: scope, position: $0.offset) }
        places += [surroundingsOfUnknownName(among: readings, in: scope), none].compactMap(\.self)
        places.sort { $0.cost < $1.cost }
        // The answer lists the places of an ambiguous name. Searching its words as keywords would hide that.
        guard let ambiguous = places.firstIndex(where: { $0.role == .ambiguous }) else { return places }
        return Array(places[...ambiguous])
    }

    private func candidates(for reading: PlaceReading, in scope: Scope, position: Int) -> [PlaceCandidate] {
        let leavesWords = reading.words.count < question.words.count
        if case .ambiguous = reading.meaning {
            let isUsable = reading.relation != .bare && (leavesWords || !question.literalClauses.isEmpty)
            return isUsable
                ? [PlaceCandidate(role: .ambiguous, reading: reading, scope: scope, position: position)] : []
        }
        let isCode = question.words[reading.name.lowerBound].text.first?.isNumber ?? false
        guard leavesWords || reading.relation != .bare || isCode,
            let narrowed = scope.narrowed(by: reading)
        else { return [] }
        let isMarked = reading.relation != .bare || isCode || asksAboutPlace(without: reading.words)
        let role: PlaceCandidate.Role = isMarked ? .marked : .bare
        let place = PlaceCandidate(role: role, reading: reading, scope: narrowed, position: position)
        guard role == .marked, reading.relation != .near else { return [place] }
        return [place, surroundings(of: reading, in: scope, role: .surroundings, position: position)]
            .compactMap(\.self)
    }

    /// A sure reading of an ambiguous name as one of its places.
    func candidate(for reading: PlaceReading, meaning place: Place, in scope: Scope) -> PlaceCandidate? {
        var reading = reading
        reading.meaning = .place(place)
        return scope.narrowed(by: reading).map {
            PlaceCandidate(role: .marked, reading: reading, scope: $0, isAccepted: true)
        }
    }

    private func asksAboutPlace(without placeWords: Range<Int>) -> Bool {
        let words = question.words.indices.filter { !placeWords.contains($0) }.map { question.words[$0].text }
        return session.engine.asking.askAboutPlace(words)
    }

    private func surroundings(of reading: PlaceReading, in scope: Scope, role: PlaceCandidate.Role, position: Int)
        -> PlaceCandidate?
    {
        var near = reading
        near.relation = .near
        return scope.narrowed(by: near).map {
            PlaceCandidate(role: role, reading: near, scope: $0, position: position)
        }
    }

    private func surroundingsOfUnknownName(among readings: [PlaceReading], in scope: Scope) -> PlaceCandidate? {
        let unknown = readings.first { reading in
            reading.relation == .bare
                && reading.name.contains { !session.expansion.isKnown(question.words[$0].text) }
        }
        guard let unknown, unknown.words.count < question.words.count else { return nil }
        return surroundings(of: unknown, in: scope, role: .surroundingsOfBare, position: 0)
    }

    /// The interpretation of a place at a level; nil if the level does not apply to the query.
    func interpretation(of place: PlaceCandidate, at level: Interpretation.Level) -> Interpretation? {
        if request.isLiteral { return literalInterpretation(of: place, at: level) }
        if level.isPartial { return partialInterpretation(of: place, at: level) }
        var interpretation = clauses.interpretation(
            of: question, place: place, level: level, naming: request.choosesByFacts)
        if place.mustBeNamed { addVillageName(of: place, to: &interpretation) }
        return interpretation
    }

    /// The level is `partial` if there is nothing to correct.
    private func partialInterpretation(of place: PlaceCandidate, at level: Interpretation.Level) -> Interpretation? {
        let found = clauses.interpretation(
            of: question, place: place, level: level, naming: request.choosesByFacts
        )
        .withOptionalWords(count: session.index.documentCount)
        guard level == .correctedPartial,
            let plain = interpretation(of: place, at: .partial), plain.clauses == found?.clauses
        else { return found }
        return plain
    }

    private func literalInterpretation(of place: PlaceCandidate, at level: Interpretation.Level) -> Interpretation? {
        guard level == .exact || level == .correctedPartial else { return nil }
        let literal = clauses.literalInterpretation(of: question, place: place, level: level)
        return level.isPartial ? literal.withOptionalWords(count: session.index.documentCount) : literal
    }

    /// The broadest interpretation from a level on.
    func broadest(of place: PlaceCandidate, from level: Interpretation.Level, hasMatches: Bool) -> Interpretation? {
        level.onwards(hasMatches: hasMatches).reversed().lazy.compactMap { interpretation(of: place, at: $0) }.first
    }
}

// MARK: - Names of places

extension InterpretationBuilder {
    /// The interpretation that reads a bare place name as part of a product's name.
    func nameInterpretation(of place: PlaceCandidate, reading: PlaceReading, in scope: Scope) -> Interpretation {
        var interpretation = clauses.interpretation(
            of: question, place: place, level: .exact, naming: request.choosesByFacts)
        interpretation.place = PlaceCandidate(role: .none, reading: nil, scope: scope.excludingVillages)
        let name = MatchTerm(
            question.words[reading.name].map(\.text), fields: IndexField.calling)
        interpretation.clauses.append(
            Interpretation.Clause(label: text(of: reading.name), match: MatchClause(.must, terms: [name], idf: 1)))
        return interpretation
    }

    /// Keeps documents that name the village in their place field, by its name as typed or as official.
    private func addVillageName(of place: PlaceCandidate, to interpretation: inout Interpretation) {
        guard let reading = place.reading else { return }
        let typed = question.words[reading.name].map(\.text)
        let official = reading.meaning.areas.first.map { Tokenizer.words(of: $0.name) } ?? typed
        let terms = [typed, official].map { MatchTerm($0, fields: [.place]) }
        let occurrence: MatchClause.Occurrence = interpretation.isEmpty ? .must : .filter
        interpretation.clauses.append(
            Interpretation.Clause(
                label: text(of: reading.name), match: MatchClause(occurrence, terms: terms, idf: 0)))
    }

    /// The query with another place name.
    ///
    /// The words before the name stay.
    func rewritten(_ reading: PlaceReading, naming name: String) -> String {
        let lead = question.words[reading.words.lowerBound..<reading.name.lowerBound].map(\.text)
        return ([question.written(without: reading.words)] + lead + [name]).filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    /// The words, folded; a code with its dots.
    func text(of words: Range<Int>) -> String {
        var parts: [String] = []
        for index in words {
            let (word, clause) = (question.words[index].text, question.words[index].clause)
            guard word.first?.isNumber ?? false else {
                parts.append(word)
                continue
            }
            let isFirst = index == words.lowerBound || question.words[index - 1].clause != clause
            if isFirst { parts.append(question.query.clauses[clause].text) }
        }
        return parts.joined(separator: " ")
    }
}
