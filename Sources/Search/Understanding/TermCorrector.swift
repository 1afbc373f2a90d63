import IndexStore
import TextAnalysis

/// Proposes terms of the vocabulary for a word that may be misspelled.
///
/// Not Sendable: it has a cache, because one query looks the same word up several times.
final class TermCorrector {
    private static let maxCachedWords = 1_024
    private static let maxCorrections = 4

    private let index: any SearchIndex
    private var cache: [String: [IndexTerm]] = [:]

    init(index: any SearchIndex) {
        self.index = index
    }

    func isUnknown(_ word: String) -> Bool { !index.hasTerm(word) }

    func bestCorrection(of word: String) -> String? { corrections(of: word).first?.text }

    /// Terms that a misspelled word may stand for.
    ///
    /// Shape: at most four, the likeliest first: by cost, then by how many documents have the term; empty if the
    /// word is too short, holds a digit, or has no near term. Terms at much more than the least cost are left out.
    func corrections(of word: String) -> [IndexTerm] {
        if let known = cache[word] { return known }
        if cache.count >= Self.maxCachedWords { cache.removeAll(keepingCapacity: true) }
        let found = find(word)
        cache[word] = found
        return found
    }

    private func find(_ word: String) -> [IndexTerm] {
        let edits = EditDistance.allowedEdits(for: word)
        guard edits > 0 else { return [] }
        // A first letter is rarely missed: terms with another are looked at only where one edit finds none with the
        // same.
        var found = index.terms(near: word, edits: 1, isPrefix: false, sharingFirstLetter: true)
        if found.isEmpty {
            found = index.terms(near: word, edits: 1, isPrefix: false, sharingFirstLetter: false)
        }
        if found.isEmpty, edits > 1 {
            found = index.terms(near: word, edits: edits, isPrefix: false, sharingFirstLetter: true)
        }
        guard let least = found.map(\.cost).min() else { return [] }
        found = found.filter { $0.cost <= least + 40 }
        found.sort { ($0.cost, -$0.documentCount, $0.text) < ($1.cost, -$1.documentCount, $1.text) }
        return Array(found.prefix(Self.maxCorrections))
    }

    /// Terms that begin like a misspelled beginning of a word, the likeliest first.
    func completions(of beginning: String, limit: Int = 4) -> [String] {
        let edits = min(1, EditDistance.allowedEdits(for: beginning))
        guard edits > 0 else { return [] }
        let found = index.terms(near: beginning, edits: edits, isPrefix: true, sharingFirstLetter: false)
        return found.sorted { ($0.cost, -$0.documentCount, $0.text) < ($1.cost, -$1.documentCount, $1.text) }.prefix(
            limit
        ).map(\.text)
    }
}
