import IndexStore
import TextAnalysis

/// Proposes terms of the vocabulary for a word that may be misspelled.
///
/// Not Sendable: it has a cache, because one query looks the same word up several times.
final class TermCorrector {
    private static let maxCachedWords = 1_024
    private static let maxCorrections = 4

    private let vocabulary: VocabularyFile
    private var cache: [String: [NearTerm]] = [:]

    init(vocabulary: VocabularyFile) {
        self.vocabulary = vocabulary
    }

    func isUnknown(_ word: String) -> Bool { vocabulary.index(of: word) == nil }

    func bestCorrection(of word: String) -> String? { corrections(of: word).first?.term }

    /// Terms that a misspelled word may stand for.
    ///
    /// Shape: at most four, the likeliest first: by cost, then by the number of documents that have the term. Terms
    /// that cost much more than the cheapest are left out. Empty if the word is too short, has a digit, or has no
    /// similar term.
    func corrections(of word: String) -> [NearTerm] {
        if let cached = cache[word] { return cached }
        if cache.count >= Self.maxCachedWords { cache.removeAll(keepingCapacity: true) }
        let found = find(word)
        cache[word] = found
        return found
    }

    private func find(_ word: String) -> [NearTerm] {
        let edits = EditDistance.allowedEdits(for: word)
        guard edits > 0 else { return [] }
        // The first letter is rarely wrong, so terms with another one are only searched if one edit finds nothing.
        var found = vocabulary.terms(near: word, edits: 1, sharingFirstLetter: true)
        if found.isEmpty { found = vocabulary.terms(near: word, edits: 1) }
        if found.isEmpty, edits > 1 { found = vocabulary.terms(near: word, edits: edits, sharingFirstLetter: true) }
        guard let least = found.map(\.cost).min() else { return [] }
        found = found.filter { $0.cost <= least + 40 }
        found.sort { ($0.cost, -$0.documentCount, $0.term) < ($1.cost, -$1.documentCount, $1.term) }
        return Array(found.prefix(Self.maxCorrections))
    }

    /// Terms that begin like a misspelled beginning of a word, the likeliest first.
    func completions(of beginning: String, limit: Int = 4) -> [String] {
        let edits = min(1, EditDistance.allowedEdits(for: beginning))
        guard edits > 0 else { return [] }
        let found = vocabulary.terms(near: beginning, edits: edits, isPrefix: true)
        return found.sorted { ($0.cost, -$0.documentCount, $0.term) < ($1.cost, -$1.documentCount, $1.term) }.prefix(
            limit
        ).map(\.term)
    }
}
