import Gazetteer
import IndexDefinition
import IndexStore
import QueryLanguage
import TextAnalysis

/// Turns the words of a query into clauses of index terms.
struct ClauseBuilder {
    /// The weight of a kind word directly before the content word, relative to a kind word elsewhere.
    private static let adjacentKindWordWeight = 2.0

    let expansion: WordExpansion
    let analyzer: Analyzer
    let synonyms: Synonyms
    let kindWords: AskingWords
    let headNouns: HeadNouns
    let documentCount: Int

    private var speller: Speller { Speller(expansion: expansion, synonyms: synonyms, asking: kindWords) }
    private var terms: TermBuilder { TermBuilder(expansion: expansion, analyzer: analyzer) }

    /// The clauses for the words of a query, without the words of its place.
    ///
    /// `naming` takes words for the things they name, as ``TermBuilder`` does.
    func interpretation(
        of question: Question, place: PlaceCandidate, level: Interpretation.Level, naming: Bool = false
    ) -> Interpretation {
        let reading = place.reading
        let words = question.words.indices
            .filter { !(reading?.words.contains($0) ?? false) && !question.consumed.contains($0) }
            .map { question.words[$0].text }
        let spelled = speller.spelled(
            speller.joined(words).flatMap { analyzer.expandingReduplication($0) ?? [$0] })
        let roles = QuestionRoles(
            spelled.map(\.word), asking: kindWords, analyzer: analyzer,
            isLimited: place.scope.isPlaced || !place.scope.filter.facts.isEmpty || question.facts.sort != nil
        ) { words in
            synonyms.expansions(of: Array(words)).contains { $0.span.count == words.count }
        }
        var interpretation = Interpretation(place: place, level: level)
        for kind in roles.kinds { interpretation.kindIntent[kind] = 1 }
        interpretation.kindsOfAll = roles.kindsOfAll
        interpretation.headGroup = headNouns.group(of: roles.contentWords.sorted().map { roles.words[$0] }) ?? 0
        addContentWords(of: roles, spelled: spelled, naming: naming, to: &interpretation)
        for clause in question.literalClauses { add(clause, to: &interpretation) }
        for words in question.exclusions { exclude(words, from: &interpretation) }
        guard !interpretation.isEmpty else { return interpretation }
        addKindWords(of: roles, to: &interpretation)
        addCategories(to: &interpretation)
        if let reading { addPlaceName(of: reading, in: question, to: &interpretation) }
        return interpretation
    }

    /// The clauses for the words of a query as typed, without any expansion.
    func literalInterpretation(of question: Question, place: PlaceCandidate, level: Interpretation.Level)
        -> Interpretation
    {
        var interpretation = Interpretation(place: place, level: level)
        for word in question.words {
            add(expansion.exact([word.text]), label: word.text, occurrence: .must, to: &interpretation)
        }
        interpretation.wordCount = interpretation.clauses.count
        for clause in question.literalClauses { add(clause, to: &interpretation) }
        return interpretation
    }

    private func add(
        _ terms: [MatchTerm], label: String, occurrence: MatchClause.Occurrence, share: Double = 1,
        to interpretation: inout Interpretation
    ) {
        let best = terms.first?.tier
        let count = terms.filter { $0.tier == best }.map(expansion.index.documentCount).max() ?? 0
        let idf = share * MatchClause.idf(documentCount: count, of: documentCount)
        interpretation.clauses.append(
            Interpretation.Clause(label: label, match: MatchClause(occurrence, terms: terms, idf: idf)))
    }
}

// MARK: - Required clauses

extension ClauseBuilder {
    private func addContentWords(
        of roles: QuestionRoles, spelled: [SpelledWord], naming: Bool, to interpretation: inout Interpretation
    ) {
        let level = interpretation.level
        let alternatives = synonyms.expansions(of: roles.words)
        let units = WordUnit.units(of: roles, spelled: spelled, analyzer: analyzer)
        let expanded = units.map { unit in
            (unit: unit, terms: terms.terms(for: unit, among: alternatives, level: level, naming: naming))
        }
        // Words without any term are left out and reported. Otherwise the whole query would match nothing.
        interpretation.missingWords = expanded.filter { $0.terms.isEmpty }.map(\.unit.typed)
        let hasTerms = interpretation.missingWords.count < expanded.count
        for (unit, terms) in expanded where !(hasTerms && terms.isEmpty) {
            add(terms, of: unit, to: &interpretation)
        }
        interpretation.wordCount = interpretation.clauses.count
    }

    /// Adds the clause of a word, or several if the words of a synonym may stand apart, and notes its correction.
    private func add(_ found: [MatchTerm], of unit: WordUnit, to interpretation: inout Interpretation) {
        if unit.isCorrected, !found.isEmpty {
            interpretation.replacements[unit.typed] = unit.words.joined(separator: " ")
        } else if unit.tier == .exact, !found.contains(where: { $0.tier < .prefix }),
            let best = found.first(where: { $0.tier == .typo })
        {
            interpretation.replacements[unit.typed] = best.words.joined(separator: " ")
        }
        let parts = interpretation.level.isRelated ? terms.separated(found) : [found]
        for part in parts {
            add(part, label: unit.typed, occurrence: .must, share: 1 / Double(parts.count), to: &interpretation)
        }
    }

    /// Excludes documents that are called by the words.
    ///
    /// Other fields are not looked at: who asks for cake "tanpa pengawet" wants those of which a text says so.
    private func exclude(_ words: [String], from interpretation: inout Interpretation) {
        var terms = expansion.exact(words)
        if words.count == 1 { terms += expansion.relatives(of: words) }
        for index in terms.indices { terms[index].fields = IndexField.calling }
        guard !terms.isEmpty else { return }
        add(terms, label: words.joined(separator: " "), occurrence: .mustNot, to: &interpretation)
    }

    /// Adds a phrase, prefix, field or exclusion as typed.
    ///
    /// Only a word in a field also gets terms of the same root.
    private func add(_ clause: Clause, to interpretation: inout Interpretation) {
        let words = Tokenizer.words(of: clause.text)
        guard !words.isEmpty else { return }
        let weight = expansion.weights.variants.exact
        var terms: [MatchTerm]
        switch clause.content {
        case .phrase: terms = [MatchTerm(words, weight: weight, tier: .exact)]
        case .prefix: terms = [MatchTerm(words, isPrefix: true, weight: weight, tier: .exact)]
        case .word:
            terms = [MatchTerm(words, weight: weight, tier: .exact)]
            if !clause.isExcluded { terms += expansion.relatives(of: words) }
        }
        if let field = clause.field.flatMap({ Question.fields[$0] }) {
            for index in terms.indices { terms[index].fields = [field] }
        }
        add(terms, label: clause.description, occurrence: clause.isExcluded ? .mustNot : .must, to: &interpretation)
    }
}

// MARK: - Clauses that only add to the score

extension ClauseBuilder {
    private func addKindWords(of roles: QuestionRoles, to interpretation: inout Interpretation) {
        for run in roles.kindWords {
            let words = Array(roles.words[run])
            var terms = expansion.exact(words)
            if words.count == 1 { terms += expansion.relatives(of: words, spellings: false) }
            if roles.contentWords.contains(run.upperBound) {
                terms += expansion.exact(words + [roles.words[run.upperBound]]).map { term in
                    var adjacent = term
                    adjacent.weight *= Self.adjacentKindWordWeight
                    return adjacent
                }
            }
            addBoost(terms, label: words.joined(separator: " "), to: &interpretation)
        }
    }

    /// Adds the categories that words of the query mean by a synonym or a correction.
    ///
    /// Pottery is more surely what is of the category than what is a pot.
    private func addCategories(to interpretation: inout Interpretation) {
        let categories = expansion.index.facetValues(of: .category).map(Tokenizer.words(of:))
        let named = categories.filter { category in
            interpretation.clauses.contains { clause in
                clause.match.occurrence == .must
                    && clause.match.terms.contains {
                        $0.words == category && $0.tier > .exact && $0.weight >= leastCategoryWeight
                    }
            }
        }
        for category in named {
            var terms = expansion.exact(category)
            for index in terms.indices { terms[index].fields = [.commodity] }
            addBoost(terms, label: category.joined(separator: " "), to: &interpretation)
        }
    }

    /// Above the weight of a synonym for a kind of the thing.
    private var leastCategoryWeight: Double { expansion.weights.variants.typo * TermBuilder.sameThingWeight }

    /// Adds the name of the place that was taken out of the words, as typed and as official.
    private func addPlaceName(
        of reading: PlaceReading, in question: Question, to interpretation: inout Interpretation
    ) {
        let typed = question.words[reading.name].map(\.text)
        let official = reading.meaning.areas.first.map { Tokenizer.words(of: $0.name) } ?? typed
        addBoost(
            TermBuilder.distinct(expansion.exact(typed) + expansion.exact(official)),
            label: typed.joined(separator: " "), to: &interpretation)
    }

    private func addBoost(_ terms: [MatchTerm], label: String, to interpretation: inout Interpretation) {
        guard !terms.isEmpty else { return }
        add(terms, label: label, occurrence: .boost, share: expansion.weights.boost, to: &interpretation)
    }
}
