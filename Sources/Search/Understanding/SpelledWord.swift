import IndexDefinition
import TextAnalysis

/// A typed word, and the word that is searched instead.
struct SpelledWord: Equatable {
    var typed: String
    var word: String
    /// `exact` if both are equal, `stem` for another spelling or form, `typo` for a correction.
    var tier: Tier
    /// True if the person should see the correction.
    var isCorrected = false

    init(_ typed: String) {
        (self.typed, word, tier) = (typed, typed, .exact)
    }

    init(_ typed: String, for word: String, tier: Tier, isCorrected: Bool) {
        (self.typed, self.word, self.tier, self.isCorrected) = (typed, word, tier, isCorrected)
    }
}

/// Replaces unknown words by known ones with another spelling, or by corrections.
///
/// The synonyms and stems of the known word then count.
struct Speller {
    let expansion: WordExpansion
    let synonyms: Synonyms
    let asking: AskingWords

    func spelled(_ words: [String]) -> [SpelledWord] {
        guard words.contains(where: isOutOfVocabulary) else { return words.map { SpelledWord($0) } }
        let explained = synonyms.expansions(of: words).map(\.span)
        return words.enumerated().map { index, word in
            guard isOutOfVocabulary(word), !explained.contains(where: { $0.contains(index) }) else {
                return SpelledWord(word)
            }
            return spelled(word)
        }
    }

    /// Joins two neighbours that are one word of the index together: "sasi rangan".
    ///
    /// One of them at least is no word by itself.
    func joined(_ words: [String]) -> [String] {
        var joined: [String] = []
        for word in words {
            if let last = joined.last, !isWord(last) || !isWord(word), expansion.isKnown(last + word) {
                joined[joined.count - 1] = last + word
            } else {
                joined.append(word)
            }
        }
        return joined
    }

    private func isWord(_ word: String) -> Bool { expansion.isKnown(word) || expansion.analyzer.isCommonWord(word) }

    /// True where neither the index nor the language's stop words have the word.
    private func isOutOfVocabulary(_ word: String) -> Bool {
        !expansion.isKnown(word) && !expansion.analyzer.isStopWord(word) && asking.entry(in: [word], at: 0) == nil
    }

    private func spelled(_ word: String) -> SpelledWord {
        guard expansion.relatives(of: [word], spellings: false).isEmpty else { return SpelledWord(word) }
        let spellings = Spelling.variants(of: word)
        if let other = spellings.first(where: { expansion.isKnown($0) && !expansion.analyzer.isStopWord($0) }) {
            return SpelledWord(word, for: other, tier: .stem, isCorrected: true)
        }
        if let stem = expansion.analyzer.stem(of: word, among: expansion.isKnown), expansion.isKnown(stem) {
            return SpelledWord(word, for: stem, tier: .stem, isCorrected: false)
        }
        // A word of the language is no slip, even where no document has it; nor is one that is not finished.
        guard !expansion.analyzer.isSpelledRight(word),
            expansion.completions(of: word).isEmpty,
            let best = expansion.corrector.bestCorrection(of: word)
        else { return SpelledWord(word) }
        return SpelledWord(word, for: best, tier: .typo, isCorrected: true)
    }
}
