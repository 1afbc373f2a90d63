import IndexDefinition
import IndexStore
import TextAnalysis

/// Everything a word of a question may stand for in this generation's vocabulary, by tiers.
struct WordExpansion {
    /// A family may have very many terms; those left out are the rare ones.
    private static let maxRelatives = 24
    /// What a thing is called has relatives and synonyms; the name of a place has none ("haur" is bamboo, Haur Gading a
    /// district).
    private static let namingFields = Set(IndexField.allCases).subtracting([.place])

    let vocabulary: VocabularyFile
    let analyzer: Analyzer
    /// Finds roots as the vocabulary's families were made: the words of place names have none but themselves.
    let roots: Analyzer
    let weights: RankingWeights
    let corrector: TermCorrector

    /// The word as typed: one term, or several of a doubled word (oleh-oleh) in a row.
    ///
    /// Empty where no document has it.
    func exact(_ words: [String]) -> [MatchTerm] {
        words.allSatisfy(isKnown) ? [MatchTerm(words, weight: weights.variants.exact, tier: .exact)] : []
    }

    /// Words of the same root, and other spellings of the word.
    ///
    /// `spellings` says whether to look up other spellings, which costs more than everything else.
    func relatives(of words: [String], spellings: Bool = true) -> [MatchTerm] {
        guard let first = words.first, let last = words.last else { return [] }
        // Both halves of a doubled word lead to its relatives: anyam-anyaman to anyam and to anyaman.
        let terms =
            family(of: last)
            + (words.count > 1 ? words + family(of: first) : spellings ? Spelling.variants(of: first) : [])
        var seen = Set(words.count > 1 ? [] : words)
        return terms.filter { isKnown($0) && !analyzer.isStopWord($0) && seen.insert($0).inserted }.prefix(
            Self.maxRelatives
        )
        .map { MatchTerm([$0], fields: Self.namingFields, weight: weights.variants.stem, tier: .stem) }
    }

    /// A synonym, and the family of one that is a single word.
    ///
    /// Empty where no document has it.
    func synonym(_ alternative: Alternative) -> [MatchTerm] {
        let weight = weights.variants.synonym * alternative.weight
        var terms: [MatchTerm] = []
        if alternative.phrase.allSatisfy(isKnown) {
            terms.append(MatchTerm(alternative.phrase, fields: Self.namingFields, weight: weight, tier: .synonym))
        }
        if let word = alternative.phrase.first, alternative.phrase.count == 1 {
            terms += family(of: word).filter { $0 != word }.prefix(Self.maxRelatives)
                .map {
                    MatchTerm([$0], fields: Self.namingFields, weight: weight * weights.variants.stem, tier: .synonym)
                }
        }
        return terms
    }

    /// The term of another word, for one that was spelled otherwise or mistyped.
    func demoted(_ term: MatchTerm, to tier: Tier) -> MatchTerm {
        guard term.tier < tier else { return term }
        var demoted = term
        demoted.tier = tier
        demoted.weight *= weights.variants[tier]
        return demoted
    }

    /// Words that the typed one may be the beginning of.
    func completions(of word: String) -> [MatchTerm] {
        let range = vocabulary.prefixRange(word)
        guard word.utf8.count > 1, range.contains(where: { vocabulary.term(at: $0) != word }) else { return [] }
        return [MatchTerm([word], isPrefix: true, weight: weights.variants.prefix, tier: .prefix)]
    }

    /// Whether few documents have words that begin so: a word that is one itself is completed only where that is soon
    /// done.
    func isRareBeginning(_ word: String) -> Bool {
        let range = vocabulary.prefixRange(word)
        return range.count <= 64 && range.reduce(0) { $0 + vocabulary.documentCount(at: $1) } <= 5_000
    }

    /// Words that the typed one may be a slip for; where none is near, two words that were run together.
    func corrected(_ word: String) -> [MatchTerm] {
        let near = corrector.corrections(of: word)
        guard let best = near.first else { return parted(word) }
        return near.map { correction in
            let likelihood = Double(best.cost + 50) / Double(correction.cost + 50)
            return MatchTerm([correction.term], weight: weights.variants.typo * likelihood, tier: .typo)
        }
    }

    private func parted(_ word: String) -> [MatchTerm] {
        Spelling.splits(of: word, isWord: isKnown).prefix(1).map {
            MatchTerm([$0.0, $0.1], weight: weights.variants.typo, tier: .typo)
        }
    }

    private func family(of word: String) -> [String] {
        vocabulary.family(ofRoot: roots.root(of: word))
            .sorted { vocabulary.documentCount(at: $0) > vocabulary.documentCount(at: $1) }
            .prefix(Self.maxRelatives).map { vocabulary.term(at: $0) }
    }

    func isKnown(_ word: String) -> Bool { vocabulary.index(of: word) != nil }
}
