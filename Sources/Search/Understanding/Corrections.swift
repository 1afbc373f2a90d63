import IndexStore
import TextAnalysis

/// Proposes terms of the vocabulary for a word that may be misspelled.
///
/// Not Sendable: it remembers words it was asked about: one question asks about a word several times, and people ask
/// for the same words.
final class Corrections {
    private static let mostRemembered = 1_024
    private static let mostCorrections = 4

    private let vocabulary: VocabularyFile
    private var remembered: [String: [NearTerm]] = [:]

    init(vocabulary: VocabularyFile) {
        self.vocabulary = vocabulary
    }

    func isUnknown(_ word: String) -> Bool { vocabulary.index(of: word) == nil }

    func best(for word: String) -> String? { corrections(of: word).first?.term }

    /// Terms that a word may be a slip for.
    ///
    /// Shape: at most four, the likeliest first: by cost, then by how many documents have the term; empty where the
    /// word is too short, holds a digit, or has no near term. Terms at much more than the least cost are left out.
    func corrections(of word: String) -> [NearTerm] {
        if let known = remembered[word] { return known }
        if remembered.count >= Self.mostRemembered { remembered.removeAll(keepingCapacity: true) }
        let found = find(word)
        remembered[word] = found
        return found
    }

    private func find(_ word: String) -> [NearTerm] {
        let edits = EditDistance.allowedEdits(for: word)
        guard edits > 0 else { return [] }
        // A first letter is rarely missed: terms with another are looked at only where one edit finds none with the
        // same.
        var found = vocabulary.terms(near: word, edits: 1, sharingFirstLetter: true)
        if found.isEmpty { found = vocabulary.terms(near: word, edits: 1) }
        if found.isEmpty, edits > 1 { found = vocabulary.terms(near: word, edits: edits, sharingFirstLetter: true) }
        guard let least = found.map(\.cost).min() else { return [] }
        found = found.filter { $0.cost <= least + 40 }
        found.sort { ($0.cost, -$0.documentCount, $0.term) < ($1.cost, -$1.documentCount, $1.term) }
        return Array(found.prefix(Self.mostCorrections))
    }

    /// Terms that a misspelled beginning may lead to, the likeliest first.
    func completions(of beginning: String, limit: Int = 4) -> [String] {
        let edits = min(1, EditDistance.allowedEdits(for: beginning))
        guard edits > 0 else { return [] }
        let found = vocabulary.terms(near: beginning, edits: edits, isPrefix: true)
        return found.sorted { ($0.cost, -$0.documentCount, $0.term) < ($1.cost, -$1.documentCount, $1.term) }.prefix(
            limit
        ).map(\.term)
    }
}
