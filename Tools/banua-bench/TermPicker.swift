import IndexStore

/// Picks terms of a vocabulary by frequency.
struct TermPicker {
    /// Terms in 5 to 50 documents.
    private(set) var selective: [String] = []
    /// The three terms that are in nearly a fifth of the documents.
    private(set) var common: [String] = []
    /// Pairs of terms that are each in a hundredth to a twentieth of the documents.
    private(set) var pairs: [String] = []

    /// A rare term and a common one, and sometimes a third.
    private(set) var questions: [String] = []

    init(_ terms: [IndexTerm], documents: Int) {
        var middling: [String] = []
        var byDistance: [(term: String, distance: Double)] = []
        for indexTerm in terms {
            let (term, count) = (indexTerm.text, indexTerm.documentCount)
            guard term.utf8.count > 3, term.utf8.allSatisfy({ $0 > 0x60 }) else { continue }
            let share = Double(count) / Double(documents)
            if (5...50).contains(count) { selective.append(term) }
            if (0.01...0.05).contains(share) { middling.append(term) }
            if share > 0.02 { byDistance.append((term, abs(share - 0.2))) }
        }
        questions = selective.prefix(1000).enumerated().compactMap { index, rare in
            guard !middling.isEmpty else { return nil }
            let others = [middling[index % middling.count], middling[index * 7 % middling.count]].prefix(1 + index % 2)
            return ([rare] + others).joined(separator: " ")
        }
        selective = stride(from: 0, to: selective.count, by: max(1, selective.count / 100)).map { selective[$0] }
        common = byDistance.sorted { $0.distance < $1.distance }.prefix(3).map(\.term)
        pairs = zip(middling, middling.dropFirst()).map { "\($0) \($1)" }.prefix(100).map { $0 }
    }
}
