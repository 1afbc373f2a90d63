/// One way from a phrase to another.
struct SynonymLink: Sendable {
    let phrase: [String]
    /// The phrase as the table is keyed: its tokens joined by single spaces.
    let key: String
    let relation: SynonymEntry.Relation
    let weight: Double
    let language: Language
    /// Roots of the words beside which this sense is meant.
    let context: Set<String>

    /// The key of all phrases that share these roots; never that of a phrase as typed.
    static func rootKey(_ roots: some Sequence<String>) -> String {
        "=" + roots.joined(separator: " ")
    }

    /// The weight beside other words of a question: a sense whose company is missing comes after.
    func weight(in company: Company) -> Double {
        context.isEmpty || company.holds(anyOf: context) ? weight : weight * 0.6
    }

    /// Whether this link leads on from the other without leading astray: to the same thing, or down to its kinds once.
    func isFurtherStep(after first: SynonymLink) -> Bool {
        switch relation {
        case .same: true
        case .narrower: first.relation == .same || first.relation == .means
        case .means, .related, .gloss: false
        }
    }
}

extension SynonymEntry {
    /// What the entry adds to the table: from each term to each other, back where it is the same, under the words and under their roots.
    func links(rootedBy analyzer: Analyzer) -> [(from: String, link: SynonymLink)] {
        let context = Set(self.context.map(analyzer.root(of:)))
        var ways = terms.flatMap { from in others.map { (from, $0, relation.weight) } }
        if relation == .same {
            ways += others.flatMap { from in terms.map { (from, $0, language == .indonesian ? relation.weight : 0.8) } }
            ways += siblings(terms)
            if language == .indonesian { ways += siblings(others) }
        }
        return ways.filter { $0.0 != $0.1 }.flatMap { from, to, weight in
            let link = SynonymLink(
                phrase: to, key: to.joined(separator: " "), relation: relation, weight: weight, language: language, context: context)
            let typed = from.joined(separator: " ")
            let rooted = SynonymLink.rootKey(from.map(analyzer.root(of:)))
            return [(typed, link), (rooted, link)]
        }
    }

    /// Terms of one entry lead to each other: they are spellings or names of one thing.
    private func siblings(_ phrases: [[String]]) -> [([String], [String], Double)] {
        phrases.flatMap { from in phrases.map { (from, $0, relation.weight) } }
    }
}

/// The roots of the words that stand around a run of words.
struct Company {
    let before: ArraySlice<String>
    let after: ArraySlice<String>

    func holds(anyOf context: Set<String>) -> Bool {
        before.contains(where: context.contains) || after.contains(where: context.contains)
    }
}
