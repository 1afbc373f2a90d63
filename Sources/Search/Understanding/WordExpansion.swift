import IndexDefinition
import IndexStore
import TextAnalysis

/// Finds the terms of the vocabulary for a word of a query, by tier.
struct WordExpansion {
    /// The largest number of terms of a family.
    ///
    /// Rare ones are left out.
    private static let maxRelatives = 24
    /// A beginning of more terms than this is not rare.
    private static let maxRareTerms = 64
    /// What a thing is called has relatives and synonyms; the name of a place has none ("haur" is bamboo, Haur Gading a
    /// district).
    private static let namingFields = Set(IndexField.allCases).subtracting([.place])

    let index: any SearchIndex
    let analyzer: Analyzer
    /// Finds roots as in the families of the vocabulary.
    ///
    /// The words of place names are their own roots.
    let roots: Analyzer
    let weights: RankingWeights
    let corrector: TermCorrector

    /// The word as typed: one term, or a phrase for a doubled word (oleh-oleh).
    ///
    /// Empty if no document has it.
    func exact(_ words: [String]) -> [MatchTerm] {
        words.allSatisfy(isKnown) ? [MatchTerm(words, weight: weights.variants.exact, tier: .exact)] : []
    }

    /// Words of the same root, and other spellings of the word.
    ///
    /// `spellings` says whether to look up other spellings, which costs more than everything else.
    func relatives(of words: [String], spellings: Bool = true) -> [MatchTerm] {
        guard let first = words.first, let last = words.last else { return [] }
        // Both halves of a doubled word have relatives: anyam and anyaman for anyam-anyaman.
        let terms =
            family(of: last)
            + (words.count > 1 ? words + family(of: first) : spellings ? Spelling.variants(of: first) : [])
        var seen = Set(words.count > 1 ? [] : words)
        return terms.filter { isKnown($0) && !analyzer.isStopWord($0) && seen.insert($0).inserted }.prefix(
            Self.maxRelatives
        )
        .map { MatchTerm([$0], fields: Self.namingFields, weight: weights.variants.stem, tier: .stem) }
    }

    /// A synonym, with its family if it is a single word.
    ///
    /// Empty if no document has it.
    func synonym(_ alternative: Alternative) -> [MatchTerm] {
        let weight = weights.variants.synonym * alternative.weight
        var terms: [MatchTerm] = []
        if alternative.phrase.allSatisfy(isKnown) {
            terms.append(MatchTerm(alternative.phrase, fields: Self.namingFields, weight: weight, tier: .synonym))
        }
        // A derived word is a special one of its family: the pan "penggorengan" is nothing fried ("goreng").
        if let word = alternative.phrase.first, alternative.phrase.count == 1, roots.root(of: word) == word {
            terms += family(of: word).filter { $0 != word }.prefix(Self.maxRelatives)
                .map {
                    MatchTerm([$0], fields: Self.namingFields, weight: weight * weights.variants.stem, tier: .synonym)
                }
        }
        return terms
    }

    /// The term of another spelling or of a correction.
    func demoted(_ term: MatchTerm, to tier: Tier) -> MatchTerm {
        guard term.tier < tier else { return term }
        var demoted = term
        demoted.tier = tier
        demoted.weight *= weights.variants[tier]
        return demoted
    }

    /// Words that begin with the typed one.
    func completions(of word: String) -> [MatchTerm] {
        guard word.utf8.count > 1, index.terms(withPrefix: word, limit: 2).contains(where: { $0.text != word }) else {
            return []
        }
        return [MatchTerm([word], isPrefix: true, weight: weights.variants.prefix, tier: .prefix)]
    }

    /// Whether few documents have words that begin with the text.
    ///
    /// A known word is completed only then, which is quick.
    func isRareBeginning(_ word: String) -> Bool {
        let terms = index.terms(withPrefix: word, limit: Self.maxRareTerms + 1)
        return terms.count <= Self.maxRareTerms && terms.reduce(0) { $0 + $1.documentCount } <= 5_000
    }

    /// Corrections of the word; if there are none, the two words that it joins.
    func corrected(_ word: String) -> [MatchTerm] {
        let near = corrector.corrections(of: word)
        guard let best = near.first else { return parted(word) }
        return near.map { correction in
            let likelihood = Double(best.cost + 50) / Double(correction.cost + 50)
            return MatchTerm([correction.text], weight: weights.variants.typo * likelihood, tier: .typo)
        }
    }

    private func parted(_ word: String) -> [MatchTerm] {
        Spelling.splits(of: word, isWord: isKnown).prefix(1).map {
            MatchTerm([$0.0, $0.1], weight: weights.variants.typo, tier: .typo)
        }
    }

    private func family(of word: String) -> [String] {
        index.terms(withRoot: roots.root(of: word), limit: Self.maxRelatives).map(\.text)
    }

    func isKnown(_ word: String) -> Bool { index.hasTerm(word) }
}
