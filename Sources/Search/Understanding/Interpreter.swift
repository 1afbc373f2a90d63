import IndexDefinition
import IndexStore
import QueryLanguage
import TextAnalysis

/// Turns the words of a question into clauses of terms.
struct Interpreter {
    /// A word of the question, or a doubled one (oleh-oleh) that is looked for as one.
    private struct Unit {
        var words: [String]
        var typed: String
        /// Terms are of this tier at best: what was typed is no more than another spelling or a slip.
        var tier: Tier
        var isCorrected: Bool
        /// Its place among the words that say something.
        var span: Range<Int>
        var isLast: Bool
    }

    /// A lighter synonym is a related thing, not the same one: purun is not all that is woven.
    private static let leastWeight = 0.5
    /// What a word that asks counts right before the word it asks about, against one that stands somewhere.
    private static let besideWeight = 2.0

    let expansion: WordExpansion
    let analyzer: Analyzer
    let synonyms: Synonyms
    let asking: AskingWords
    let documentCount: Int

    private var speller: Speller { Speller(expansion: expansion, synonyms: synonyms, asking: asking) }

    /// The clauses for the words of a question but those of a place.
    ///
    /// - Parameters:
    ///   - isPlaced: something of a place is asked for, by the words left out or by a filter.
    ///   - trustingly: takes words for what they are spelled like as if they had been typed so.
    ///   - loosely: lets words that are only related stand for each other, and the words of a synonym stand apart in a
    ///     document.
    func interpret(
        _ question: Question, without place: PlaceReading?, isPlaced: Bool, leniency: Interpretation.Leniency,
        trustingly: Bool = false, loosely: Bool = false
    ) -> Interpretation {
        let left = question.words.indices.filter { !(place?.words.contains($0) ?? false) }.map {
            question.words[$0].text
        }
        let spelled = speller.spelled(left.flatMap { analyzer.expandingReduplication($0) ?? [$0] })
        let roles = QuestionRoles(spelled.map(\.word), asking: asking, analyzer: analyzer, isPlaced: isPlaced) {
            words in
            synonyms.expansions(of: Array(words)).contains { $0.span.count == words.count }
        }
        var interpretation = Interpretation(leniency: leniency, clauses: [], labels: [], kindIntent: [:])
        for kind in roles.kinds { interpretation.kindIntent[kind] = 1 }
        interpretation.kindsOfAll = roles.kindsOfAll
        let alternatives = synonyms.expansions(of: roles.words)
        let units = units(of: roles, spelled: spelled)
        let meanings = units.map { unit in
            var unit = unit
            if trustingly { unit.tier = .exact }
            return terms(for: unit, among: alternatives, leniency: leniency, loosely: loosely)
        }
        // What no document has, however it is bent, must not hide those that have the other words.
        let isPartial = leniency == .corrected && meanings.contains(where: \.isEmpty) && !meanings.allSatisfy(\.isEmpty)
        interpretation.leavesWordsOut = isPartial
        for (unit, terms) in zip(units, meanings) where !(isPartial && terms.isEmpty) {
            add(terms, of: unit, loosely: loosely, to: &interpretation)
        }
        interpretation.wordCount = interpretation.clauses.count
        for clause in question.literalClauses { add(clause, to: &interpretation) }
        addExtras(roles, place: place, in: question, to: &interpretation)
        return interpretation
    }

    /// The clauses for the very words of a question, without anything else they may stand for.
    func interpretLiterally(_ question: Question) -> Interpretation {
        var interpretation = Interpretation(leniency: .close, clauses: [], labels: [], kindIntent: [:])
        for word in question.words {
            add(expansion.exact([word.text]), label: word.text, occurrence: .must, to: &interpretation)
        }
        interpretation.wordCount = interpretation.clauses.count
        for clause in question.literalClauses { add(clause, to: &interpretation) }
        return interpretation
    }

    /// Adds the clause of a word, or several of one whose synonym may stand apart, and notes its correction.
    private func add(_ terms: [MatchTerm], of unit: Unit, loosely: Bool, to interpretation: inout Interpretation) {
        if unit.isCorrected, !terms.isEmpty {
            interpretation.corrections[unit.typed] = unit.words.joined(separator: " ")
        } else if unit.tier == .exact, !terms.contains(where: { $0.tier < .prefix }),
            let best = terms.first(where: { $0.tier == .typo })
        {
            interpretation.corrections[unit.typed] = best.words.joined(separator: " ")
        }
        let parts = loosely ? parted(terms) : [terms]
        for part in parts {
            add(part, label: unit.typed, occurrence: .must, share: 1 / Double(parts.count), to: &interpretation)
        }
    }

    private func units(of roles: QuestionRoles, spelled: [SpelledWord]) -> [Unit] {
        let doubled = analyzer.reduplications(in: roles.words)
        var units: [Unit] = []
        var index = 0
        while index < roles.words.count {
            let span = doubled.first { $0.lowerBound == index } ?? index..<(index + 1)
            if roles.telling.contains(index) {
                let words = span.map { spelled[roles.origins[$0]] }
                units.append(
                    Unit(
                        words: words.map(\.word), typed: words.map(\.typed).joined(separator: " "),
                        tier: words.map(\.tier).max() ?? .exact, isCorrected: words.contains(where: \.isCorrected),
                        span: span,
                        isLast: span.upperBound == roles.words.count))
            }
            index = max(span.upperBound, index + 1)
        }
        return units
    }

    private func terms(
        for unit: Unit, among alternatives: [Expansion], leniency: Interpretation.Leniency, loosely: Bool
    ) -> [MatchTerm] {
        var terms = expansion.exact(unit.words)
        terms += expansion.relatives(of: unit.words, spellings: loosely)
        for found in alternatives where found.span.overlaps(unit.span) {
            terms += found.alternatives.filter { loosely || $0.weight >= Self.leastWeight }.flatMap(expansion.synonym)
        }
        if unit.tier > .exact { terms = terms.map { expansion.lowered($0, to: unit.tier) } }
        if unit.tier == .typo { terms += expansion.corrected(unit.typed) }
        let word = unit.words[0]
        guard unit.words.count == 1, unit.tier != .typo, terms.isEmpty || leniency != .close else {
            return Self.distinct(terms)
        }
        if terms.isEmpty || (unit.isLast && expansion.isRareBeginning(word)) {
            terms += expansion.completions(of: word)
        }
        // A word of the language is no slip, even where no document has it.
        if !analyzer.isKnownWord(word), leniency != .close || !terms.contains(where: { $0.tier <= .prefix }) {
            terms += expansion.corrected(word)
        }
        return Self.distinct(terms)
    }

    /// Each term once, at its best tier.
    private static func distinct(_ terms: [MatchTerm]) -> [MatchTerm] {
        var best: [[String]: MatchTerm] = [:]
        var order: [[String]] = []
        for term in terms {
            let key = term.words + (term.isPrefix ? ["*"] : [])
            guard let known = best[key] else {
                best[key] = term
                order.append(key)
                continue
            }
            if (term.tier.rawValue, -term.weight) < (known.tier.rawValue, -known.weight) { best[key] = term }
        }
        return order.compactMap { best[$0] }.sorted { ($0.tier.rawValue, -$0.weight) < ($1.tier.rawValue, -$1.weight) }
    }

    /// A phrase, prefix, field or exclusion: to the letter, but for a word in a field, which may have relatives.
    private func add(_ clause: Clause, to interpretation: inout Interpretation) {
        let words = Tokenizer.words(of: clause.text)
        guard !words.isEmpty else { return }
        var terms: [MatchTerm]
        switch clause.content {
        case .phrase: terms = [MatchTerm(words, weight: expansion.weights.variants.exact, tier: .exact)]
        case .prefix: terms = [MatchTerm(words, isPrefix: true, weight: expansion.weights.variants.exact, tier: .exact)]
        case .word:
            terms = [MatchTerm(words, weight: expansion.weights.variants.exact, tier: .exact)]
            if !clause.isExcluded { terms += expansion.relatives(of: words) }
        }
        if let field = clause.field.flatMap({ Question.fields[$0] }) {
            for index in terms.indices { terms[index].fields = [field] }
        }
        add(terms, label: clause.description, occurrence: clause.isExcluded ? .mustNot : .must, to: &interpretation)
    }

    /// The clauses by which the words of a synonym may stand apart; one clause where no synonym is of several words.
    ///
    /// Garih, or its synonym "ikan kering", becomes garih or ikan, and garih or kering. The best such synonym is taken,
    /// and those that differ from it in a word: mixing the words of very different ones would find what nobody asked
    /// for.
    private func parted(_ terms: [MatchTerm]) -> [[MatchTerm]] {
        guard let best = terms.first(where: { $0.tier == .synonym && $0.words.count > 1 }) else { return [terms] }
        let alike = terms.filter { term in
            term.tier == .synonym && term.words.count == best.words.count
                && zip(term.words, best.words).contains { $0 == $1 }
        }
        return best.words.indices.map { place in
            let words = alike.map { term in
                var word = term
                word.words = [term.words[place]]
                word.weight *= expansion.weights.variants.synonym
                return word
            }
            return Self.distinct(terms + words)
        }
    }

    private func add(
        _ terms: [MatchTerm], label: String, occurrence: MatchClause.Occurrence, share: Double = 1,
        to interpretation: inout Interpretation
    ) {
        let best = terms.first?.tier
        let count = terms.filter { $0.tier == best }.map(expansion.vocabulary.documentCount).max() ?? 0
        interpretation.clauses.append(
            MatchClause(occurrence, terms: terms, idf: share * MatchClause.idf(documentCount: count, of: documentCount))
        )
        interpretation.labels.append(label)
    }
}

// MARK: - What speaks for a document without being asked of it

extension Interpreter {
    /// The words that only ask, and the name of the place that was taken out of the words.
    private func addExtras(
        _ roles: QuestionRoles, place: PlaceReading?, in question: Question, to interpretation: inout Interpretation
    ) {
        guard !interpretation.isEmpty else { return }
        for run in roles.asking {
            let words = Array(roles.words[run])
            var terms = expansion.exact(words)
            if words.count == 1 { terms += expansion.relatives(of: words, spellings: false) }
            if roles.telling.contains(run.upperBound) {
                terms += expansion.exact(words + [roles.words[run.upperBound]]).map { term in
                    var beside = term
                    beside.weight *= Self.besideWeight
                    return beside
                }
            }
            addExtra(terms, label: words.joined(separator: " "), to: &interpretation)
        }
        guard let place else { return }
        let typed = question.words[place.name].map(\.text)
        let official = place.meaning.areas.first.map { Tokenizer.words(of: $0.name) } ?? typed
        addExtra(
            Self.distinct(expansion.exact(typed) + expansion.exact(official)), label: typed.joined(separator: " "),
            to: &interpretation)
    }

    private func addExtra(_ terms: [MatchTerm], label: String, to interpretation: inout Interpretation) {
        guard !terms.isEmpty else { return }
        add(terms, label: label, occurrence: .extra, share: expansion.weights.extra, to: &interpretation)
    }
}
