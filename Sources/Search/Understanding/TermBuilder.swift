import IndexDefinition
import IndexStore
import TextAnalysis

/// A word, or a doubled word (oleh-oleh), of the query that becomes one clause.
struct WordUnit {
    var words: [String]
    var typed: String
    /// The best tier of its terms.
    ///
    /// It is not `exact` if the word was respelled.
    var tier: Tier
    var isCorrected: Bool
    /// Its position among the words that are not stop words.
    var span: Range<Int>
    var isLast: Bool

    /// The content words, with doubled words as one.
    static func units(of roles: QuestionRoles, spelled: [SpelledWord], analyzer: Analyzer) -> [WordUnit] {
        let doubled = analyzer.reduplications(in: roles.words)
        var units: [WordUnit] = []
        var index = 0
        while index < roles.words.count {
            let span = doubled.first { $0.lowerBound == index } ?? index..<(index + 1)
            if roles.contentWords.contains(index) {
                let words = span.map { spelled[roles.origins[$0]] }
                units.append(
                    WordUnit(
                        words: words.map(\.word), typed: words.map(\.typed).joined(separator: " "),
                        tier: words.map(\.tier).max() ?? .exact, isCorrected: words.contains(where: \.isCorrected),
                        span: span, isLast: span.upperBound == roles.words.count))
            }
            index = max(span.upperBound, index + 1)
        }
        return units
    }
}

/// Collects the index terms for a word of the query.
struct TermBuilder {
    /// The least weight of a synonym for the same thing.
    ///
    /// Lighter ones are related things: not everything woven is purun.
    private static let minimumSynonymWeight = 0.5
    /// The least weight of another word for the same thing, such as a translation.
    static let sameThingWeight = 0.75

    let expansion: WordExpansion
    let analyzer: Analyzer

    /// `naming` leaves out kinds of the thing and what it is a kind of, as long as the level is exact.
    func terms(
        for unit: WordUnit, among alternatives: [Expansion], level: Interpretation.Level, naming: Bool = false
    ) -> [MatchTerm] {
        let leastWeight = naming ? Self.sameThingWeight : Self.minimumSynonymWeight
        // In a partial match, respelled words count as exact: otherwise documents that match only them would always
        // rank last.
        let tier = level.isPartial ? .exact : unit.tier
        var terms = expansion.exact(unit.words)
        terms += expansion.relatives(of: unit.words, spellings: level.isRelated)
        for found in alternatives where found.span.overlaps(unit.span) {
            terms += found.alternatives.filter { level.isRelated || $0.weight >= leastWeight }
                .flatMap(expansion.synonym)
        }
        if tier > .exact { terms = terms.map { expansion.demoted($0, to: tier) } }
        if tier == .typo { terms += expansion.corrected(unit.typed) }
        let word = unit.words[0]
        guard unit.words.count == 1, tier != .typo, terms.isEmpty || level.isCorrected else {
            return Self.distinct(terms)
        }
        if terms.isEmpty || (unit.isLast && expansion.isRareBeginning(word)) {
            terms += expansion.completions(of: word)
        }
        // A word of the language is not misspelled, even if no document has it.
        if !analyzer.isSpelledRight(word),
            level.isCorrected || !terms.contains(where: { $0.tier <= .prefix })
        {
            terms += expansion.corrected(word)
        }
        return Self.distinct(terms)
    }

    /// Removes duplicates, keeping the best tier, and sorts by tier.
    static func distinct(_ terms: [MatchTerm]) -> [MatchTerm] {
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

    /// Terms for the separate words of a multi-word synonym, one list for each word; a single list if there is no such
    /// synonym.
    ///
    /// Garih, or its synonym "ikan kering", becomes (garih or ikan) and (garih or kering). Only the best such synonym
    /// is used, and those that share a word with it, because mixed words of very different synonyms find wrong
    /// documents.
    func separated(_ terms: [MatchTerm]) -> [[MatchTerm]] {
        guard let best = terms.first(where: { $0.tier == .synonym && $0.words.count > 1 }) else { return [terms] }
        let alike = terms.filter { term in
            term.tier == .synonym && term.words.count == best.words.count
                && zip(term.words, best.words).contains { $0 == $1 }
        }
        return best.words.indices.map { position in
            let words = alike.map { term in
                var word = term
                word.words = [term.words[position]]
                word.weight *= expansion.weights.variants.synonym
                return word
            }
            return Self.distinct(terms + words)
        }
    }
}
