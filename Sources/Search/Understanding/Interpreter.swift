import IndexDefinition
import IndexStore
import QueryLanguage
import TextAnalysis

/// Turns the words of a question into clauses of terms.
struct Interpreter {
    /// A word of the question, or a doubled one (oleh-oleh) that is looked for as one.
    private struct Unit {
        var words: [String]
        /// Its place among the words searched for.
        var span: Range<Int>
        var isLast: Bool
    }

    /// A lighter synonym is a related thing, not the same one: purun is not all that is woven.
    private static let leastWeight = 0.5

    let expansion: WordExpansion
    let analyzer: Analyzer
    let synonyms: Synonyms
    let documentCount: Int

    /// The clauses for the words of a question but those of a place.
    ///
    /// - Parameter loosely: lets words that are only related stand for each other, and the words of a synonym stand apart in a document.
    func interpret(
        _ question: Question, without place: Range<Int>?, leniency: Interpretation.Leniency, literally: Bool, loosely: Bool = false
    ) -> Interpretation {
        let all = question.words.indices.filter { !(place?.contains($0) ?? false) }.map { question.words[$0].text }
        let (words, intent) = literally ? (all, [:]) : searched(all)
        var interpretation = Interpretation(leniency: leniency, clauses: [], labels: [], kindIntent: intent)
        let alternatives = literally ? [] : synonyms.expansions(of: words)
        let units = literally ? words.indices.map { Unit(words: [words[$0]], span: $0..<($0 + 1), isLast: false) } : units(of: words)
        let meanings = units.map {
            literally ? expansion.exact($0.words) : terms(for: $0, among: alternatives, leniency: leniency, loosely: loosely)
        }
        // What no document has, however it is bent, must not hide those that have the other words.
        let isPartial = leniency == .corrected && meanings.contains(where: \.isEmpty) && !meanings.allSatisfy(\.isEmpty)
        interpretation.leavesWordsOut = isPartial
        for (unit, terms) in zip(units, meanings) where !(isPartial && terms.isEmpty) {
            add(terms, of: unit, loosely: loosely, to: &interpretation)
        }
        interpretation.wordCount = interpretation.clauses.count
        for clause in question.literalClauses { add(clause, to: &interpretation) }
        return interpretation
    }

    /// Adds the clause of a word, or several of one whose synonym may stand apart, and notes its correction.
    private func add(_ terms: [MatchTerm], of unit: Unit, loosely: Bool, to interpretation: inout Interpretation) {
        let label = unit.words.joined(separator: " ")
        if !terms.contains(where: { $0.tier < .prefix }), let best = terms.first(where: { $0.tier == .typo }) {
            interpretation.corrections[label] = best.words.joined(separator: " ")
        }
        let parts = loosely ? parted(terms) : [terms]
        for part in parts { add(part, label: label, occurrence: .must, share: 1 / Double(parts.count), to: &interpretation) }
    }

    /// The words to look for: without stop words and without words that only ask for a kind, unless nothing else is left.
    private func searched(_ words: [String]) -> (words: [String], intent: [DocumentKind: Double]) {
        let words = words.flatMap { analyzer.spelledOut($0) ?? [$0] }
        // A doubled word may be made of one that is a stop word: "oleh-oleh" are souvenirs, "oleh" is "by".
        let doubled = analyzer.reduplications(in: words)
        let telling = words.indices.filter { index in !analyzer.isStopWord(words[index]) || doubled.contains { $0.contains(index) } }
        let kept = telling.isEmpty ? words : telling.map { words[$0] }
        let kinds = kept.compactMap(KindIntent.kind)
        let intent = Dictionary(kinds.map { ($0, 1.0) }, uniquingKeysWith: max)
        let topical = kept.filter { KindIntent.kind(for: $0) == nil }
        return (topical.isEmpty ? kept : topical, intent)
    }

    private func units(of words: [String]) -> [Unit] {
        let doubled = analyzer.reduplications(in: words)
        var units: [Unit] = []
        var index = 0
        while index < words.count {
            let span = doubled.first { $0.lowerBound == index } ?? index..<(index + 1)
            units.append(Unit(words: Array(words[span]), span: span, isLast: span.upperBound == words.count))
            index = max(span.upperBound, index + 1)
        }
        return units
    }

    private func terms(
        for unit: Unit, among alternatives: [Expansion], leniency: Interpretation.Leniency, loosely: Bool
    ) -> [MatchTerm] {
        var terms = expansion.exact(unit.words)
        terms += expansion.relatives(of: unit.words, spellings: loosely || terms.isEmpty)
        for found in alternatives where found.span.overlaps(unit.span) {
            terms += found.alternatives.filter { loosely || $0.weight >= Self.leastWeight }.flatMap(expansion.synonym)
        }
        let word = unit.words[0]
        guard unit.words.count == 1, terms.isEmpty || leniency != .close else { return Self.distinct(terms) }
        if unit.isLast || terms.isEmpty { terms += expansion.completions(of: word) }
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
    /// Garih, or its synonym "ikan kering", becomes garih or ikan, and garih or kering. The best such synonym is taken, and those that differ from it in a word: mixing the words of very different ones would find what nobody
    /// asked for.
    private func parted(_ terms: [MatchTerm]) -> [[MatchTerm]] {
        guard let best = terms.first(where: { $0.tier == .synonym && $0.words.count > 1 }) else { return [terms] }
        let alike = terms.filter { term in
            term.tier == .synonym && term.words.count == best.words.count && zip(term.words, best.words).contains { $0 == $1 }
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
        _ terms: [MatchTerm], label: String, occurrence: MatchClause.Occurrence, share: Double = 1, to interpretation: inout Interpretation
    ) {
        let best = terms.first?.tier
        let count = terms.filter { $0.tier == best }.map(expansion.vocabulary.documentCount).max() ?? 0
        interpretation.clauses.append(
            MatchClause(occurrence, terms: terms, idf: share * MatchClause.idf(documentCount: count, of: documentCount)))
        interpretation.labels.append(label)
    }
}
