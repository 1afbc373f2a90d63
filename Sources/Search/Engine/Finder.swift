import Base
import IndexDefinition
import IndexStore
import TextAnalysis

/// What was found, and what the question was taken to mean.
struct Finding {
    var found: Found
    var interpretation: Interpretation
    var plan: MatchPlan
    var reading: QueryReading
}

/// Finds the reading of a question that documents support, and its documents.
///
/// The rules, in order:
/// 1. a text that is the id of a document finds it;
/// 2. words that lead to a place ("dekat", "di", "dalam radius") are taken as one where a place of that name is sure
///    and anything is found;
/// 3. a bare place name is taken as a place unless as many products bear it in their names;
/// 4. all words have to be found, first close to the letter, then corrected; where fewer than ten documents have all,
///    those that have the most of the words follow.
struct Finder {
    let session: SearchSession
    let request: SearchRequest
    let question: Question
    let after: MatchPosition?

    private var generation: Generation { session.engine.generation }

    func find(in scope: Scope) throws -> Finding {
        if let finding = try findByID(in: scope) { return finding }
        var offers: [String] = []
        if !request.isLiteral {
            let readings = try session.placeReader.readings(of: question)
            for reading in readings {
                if let finding = try find(reading, in: scope, offers: &offers) { return finding }
            }
            if let finding = try findElsewhere(readings, in: scope) { return finding }
        }
        var finding = try findKeywords(without: nil, in: scope)
        finding.reading.didYouMean = Array(offers.prefix(5)) + (offers.isEmpty ? try spellings(for: finding) : [])
        return finding
    }

    private func findByID(in scope: Scope) throws -> Finding? {
        guard question.text.utf8.contains(where: { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else {
            return nil
        }
        let id = question.text.trimmedOfWhitespace
        guard !id.contains(where: \.isWhitespace), let ordinal = try session.ordinal(ofID: id) else { return nil }
        let empty = Interpretation(leniency: .close, clauses: [], labels: [], kindIntent: [:])
        let plan = try plan(for: empty, in: scope)
        var matchRequest = try session.runner.request(for: plan)
        matchRequest.candidates = [ordinal]
        let found = Found(try session.reader.match(matchRequest))
        return found.total == 0 ? nil : finding(found, empty, plan: plan, without: nil)
    }
}

// MARK: - Places in the question

extension Finder {
    private func find(_ reading: PlaceReading, in scope: Scope, offers: inout [String]) throws -> Finding? {
        if case .ambiguous(let places) = reading.meaning {
            guard reading.relation != .bare else { return nil }
            offers += places.prefix(5).map { rewritten(reading, naming: $0.label) }
            guard reading.words.count < question.words.count || !question.literalClauses.isEmpty else { return nil }
            var finding = try findKeywords(without: reading, in: scope)
            finding.reading.placeWords = nil
            finding.reading.didYouMean = offers
            return finding
        }
        guard let narrowed = scope.narrowed(by: reading, in: generation) else { return nil }
        if reading.relation == .bare {
            guard reading.words.count < question.words.count else { return nil }
            return try weigh(reading, in: scope, narrowed: narrowed, offers: &offers)
        }
        if let finding = try findAround(reading, in: narrowed) { return finding }
        // Nothing there: the nearest elsewhere are what helps.
        var elsewhere = reading
        elsewhere.relation = .near
        return try scope.narrowed(by: elsewhere, in: generation).flatMap { try findAround(elsewhere, in: $0) }
    }

    /// What lies nearest to a bare name that can be nothing but a place, where that has nothing: no document has the
    /// word.
    private func findElsewhere(_ readings: [PlaceReading], in scope: Scope) throws -> Finding? {
        let isNoWord = { (index: Int) in !session.expansion.isKnown(question.words[index].text) }
        guard var reading = readings.first(where: { $0.relation == .bare && $0.name.contains(where: isNoWord) }),
            reading.words.count < question.words.count
        else { return nil }
        reading.relation = .near
        return try scope.narrowed(by: reading, in: generation).flatMap { try findAround(reading, in: $0) }
    }

    private func findAround(_ reading: PlaceReading, in narrowed: Scope) throws -> Finding? {
        let finding = try findKeywords(without: reading, in: narrowed)
        return finding.found.total == 0 ? nil : finding
    }

    /// A name without a leading word may be a place or part of a product's name: the reading that more documents
    /// support wins, the other is offered.
    private func weigh(_ reading: PlaceReading, in scope: Scope, narrowed: Scope, offers: inout [String]) throws
        -> Finding?
    {
        // A village is believed where a document says that it is of there: some word or other is the name of a village
        // somewhere.
        let isVillage = reading.meaning.areas.first?.level == .village
        let there = try [false, true].reduce(0) { known, loosely in
            known > 0 ? known : try count(reading, in: narrowed, naming: isVillage ? [.place] : [], loosely: loosely)
        }
        guard there > 0 else { return nil }
        let named = try count(reading, in: scope.forGoods, naming: [.name, .otherNames, .commodity])
        if named >= there {
            if let place = reading.meaning.resolved { offers.append(rewritten(reading, naming: "di \(place.name)")) }
            return nil
        }
        guard var finding = try findAround(reading, in: narrowed) else { return nil }
        if named > 0 { finding.reading.didYouMean.append(rewritten(reading, naming: "\"\(name(of: reading))\"")) }
        return finding
    }

    /// How many documents match the other words, and bear the name in one of the fields, where any are given.
    private func count(_ reading: PlaceReading, in scope: Scope, naming fields: Set<IndexField>, loosely: Bool = false)
        throws -> Int
    {
        var others = session.interpreter.interpret(
            question, without: reading, isPlaced: true, leniency: .close, loosely: loosely)
        if !fields.isEmpty {
            let typed = question.words[reading.name].map(\.text)
            let official = reading.meaning.areas.first.map { Tokenizer.words(of: $0.name) } ?? typed
            let names = fields == [.place] ? [typed, official] : [typed]
            others.clauses.append(MatchClause(.must, terms: names.map { MatchTerm($0, fields: fields) }, idf: 1))
            others.labels.append(name(of: reading))
        }
        let plan = MatchPlan(
            interpretation: others.clauses.isEmpty ? nil : others, scope: scope.holding(to: others.kindsOfAll),
            order: others.isEmpty ? .name : .score, limit: 0, after: nil, facets: [])
        return try session.runner.run(plan).total
    }

    private func name(of reading: PlaceReading) -> String {
        question.words[reading.name].map(\.text).joined(separator: " ")
    }

    /// The question with other words in place of the name, and what led to it kept.
    private func rewritten(_ reading: PlaceReading, naming name: String) -> String {
        let lead = question.words[reading.words.lowerBound..<reading.name.lowerBound].map(\.text)
        return ([question.written(without: reading.words)] + lead + [name]).filter { !$0.isEmpty }.joined(
            separator: " ")
    }
}

// MARK: - Keywords

extension Finder {
    /// Where fewer documents have every word, those with most of the words follow.
    private static let few = 10

    /// The first leniency that finds documents with every word, and those with fewer words where these are few.
    private func findKeywords(without reading: PlaceReading?, in scope: Scope) throws -> Finding {
        var last: Finding?
        for leniency in Interpretation.Leniency.allCases where !(request.isLiteral && leniency == .corrected) {
            let interpretation = interpretation(without: reading, in: scope, leniency: leniency)
            let plan = try plan(for: interpretation, in: scope)
            let finding = finding(try session.runner.run(plan), interpretation, plan: plan, without: reading)
            if interpretation.isEmpty || finding.found.total >= Self.few { return finding }
            let loosened = try loosened(finding, without: reading)
            if loosened.found.total > 0 { return try widened(loosened, without: reading) }
            last = finding
        }
        guard let last else {
            throw SearchError(kind: .internal, code: .failure, message: "No way of searching was tried.")
        }
        return try widened(last, without: reading)
    }

    /// The finding with the documents that have related words, or in which the words of a synonym stand apart; itself
    /// where there are none.
    private func loosened(_ finding: Finding, without reading: PlaceReading?) throws -> Finding {
        guard !request.isLiteral else { return finding }
        let loose = session.interpreter.interpret(
            question, without: reading, isPlaced: finding.plan.scope.isPlaced,
            leniency: finding.interpretation.leniency, loosely: true)
        guard loose.clauses != finding.interpretation.clauses else { return finding }
        var plan = finding.plan
        plan.interpretation = loose
        let found = try session.runner.run(plan)
        return found.total > finding.found.total ? self.finding(found, loose, plan: plan, without: reading) : finding
    }

    /// The finding with the documents that have only some of the words behind those that have all; itself where there
    /// are none.
    private func widened(_ finding: Finding, without reading: PlaceReading?) throws -> Finding {
        let count = finding.found.total
        guard count < Self.few, !(request.isLiteral && count > 0) else { return finding }
        // One word alone cannot be had in part.
        guard finding.interpretation.wordCount > 1 || finding.interpretation.leavesWordsOut else { return finding }
        // Between documents that have one word and those that have another, a word nobody has as it was typed is no
        // worse than the rest.
        let strict = interpretation(
            without: reading, in: finding.plan.scope, leniency: finding.interpretation.leniency, trustingly: true)
        guard let optional = strict.withOptionalWords(count: session.runner.documentCount) else { return finding }
        var plan = finding.plan
        plan.interpretation = optional
        let found = try session.runner.run(plan)
        guard found.total > count else { return finding }
        var widened = self.finding(found, optional, plan: plan, without: reading)
        widened.reading.documentsWithAllWords = finding.reading.documentsWithAllWords
        return widened
    }

    private func interpretation(
        without reading: PlaceReading?, in scope: Scope, leniency: Interpretation.Leniency, trustingly: Bool = false
    ) -> Interpretation {
        request.isLiteral
            ? session.interpreter.interpretLiterally(question)
            : session.interpreter.interpret(
                question, without: reading, isPlaced: scope.isPlaced, leniency: leniency, trustingly: trustingly)
    }

    private func plan(for interpretation: Interpretation, in scope: Scope) throws -> MatchPlan {
        let hasWords = !interpretation.isEmpty
        let scope = scope.holding(to: interpretation.kindsOfAll)
        let order: MatchRequest.Order
        switch request.sort {
        case .name: order = .name
        case .distance:
            guard scope.origin != nil else { throw SearchError.needsPlace(for: "An order by distance") }
            order = .distance
        case .relevance, nil:
            order =
                hasWords
                ? .score : scope.origin == nil || !scope.within.isEmpty && request.near == nil ? .name : .distance
        }
        return MatchPlan(
            interpretation: hasWords ? interpretation : nil, scope: scope, order: order, limit: request.limit + 1,
            after: after,
            facets: Set(request.facets.map(\.stored)))
    }

    private func finding(
        _ found: Found, _ interpretation: Interpretation, plan: MatchPlan, without reading: PlaceReading?
    ) -> Finding {
        var query = QueryReading(text: question.text, keywords: question.written(without: reading?.words ?? 0..<0))
        query.near = plan.scope.near
        query.within = plan.scope.within
        query.placeWords = reading.map { question.words[$0.words].map(\.text).joined(separator: " ") }
        query.radiusMetres = plan.scope.radiusMetres
        let hasAllWords = !interpretation.isEmpty && !interpretation.wordsAreOptional && !interpretation.leavesWordsOut
        query.matching = interpretation.isEmpty ? .none : hasAllWords ? .all : .some
        query.documentsWithAllWords = hasAllWords ? found.total : 0
        query.corrected =
            found.total == 0 || interpretation.corrections.isEmpty
            ? nil : question.written(without: reading?.words ?? 0..<0, replacing: interpretation.corrections)
        query.isLiteral = request.isLiteral
        return Finding(found: found, interpretation: interpretation, plan: plan, reading: query)
    }

    /// Questions with one word spelled like a much more frequent one, where the words as typed find next to nothing.
    private func spellings(for finding: Finding) throws -> [String] {
        guard !request.isLiteral, finding.reading.documentsWithAllWords < 3, finding.reading.corrected == nil else {
            return []
        }
        var offers: [String] = []
        for (index, word) in question.words.enumerated() where !session.engine.analyzer.isKnownWord(word.text) {
            guard let best = session.corrections.corrections(of: word.text).first else { continue }
            let count = generation.vocabulary.documentCount(of: MatchTerm([word.text]))
            guard best.documentCount >= 5 * max(1, count) else { continue }
            offers.append(
                question.words.enumerated().map { $0.offset == index ? best.term : $0.element.text }.joined(
                    separator: " "))
        }
        return Array(offers.prefix(3))
    }
}

extension String {
    var trimmedOfWhitespace: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
