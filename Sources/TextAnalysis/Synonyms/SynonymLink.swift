/// One way from a phrase to another.
struct SynonymLink: Sendable {
    let phrase: [String]
    /// The phrase as the table is keyed: its tokens joined by single spaces.
    let key: String
    let relation: SynonymEntry.Relation
    /// Whether the phrase is Indonesian: a Banjar word reached is not read on as the Indonesian word it may look like.
    let isIndonesian: Bool
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
        guard first.isIndonesian else { return false }
        return switch relation {
        case .same: true
        case .narrower: first.relation == .same || first.relation == .means
        case .means, .related, .gloss: false
        }
    }
}

extension SynonymEntry {
    /// What the entry adds to the table, but for a phrase's own beginning: in Indonesian the first word is the general
    /// one, and not all kerupuk is kerupuk ikan: from each term to each other, back where it is the same, under the
    /// words and under their roots.
    func links(rootedBy analyzer: Analyzer) -> [(from: String, link: SynonymLink)] {
        let isIndonesian = language == .indonesian
        var ways = terms.flatMap { from in
            others.map { Way(from: from, to: $0, weight: relation.weight, isIndonesian: true) }
        }
        if relation == .same {
            let back = isIndonesian ? relation.weight : 0.8
            ways += others.flatMap { from in
                terms.map { Way(from: from, to: $0, weight: back, isIndonesian: isIndonesian) }
            }
            ways += siblings(terms) + (isIndonesian ? siblings(others) : [])
        }
        let context = Set(self.context.map(analyzer.root(of:)))
        return ways.filter { !$0.from.starts(with: $0.to) }.flatMap { way in
            let link = SynonymLink(
                phrase: way.to, key: way.to.joined(separator: " "), relation: relation, isIndonesian: way.isIndonesian,
                weight: way.weight,
                language: language, context: context)
            let rooted = SynonymLink.rootKey(way.from.map(analyzer.root(of:)))
            return [(way.from.joined(separator: " "), link), (rooted, link)]
        }
    }

    private struct Way {
        let from: [String]
        let to: [String]
        let weight: Double
        let isIndonesian: Bool
    }

    /// Terms of one entry lead to each other: they are spellings or names of one thing.
    private func siblings(_ phrases: [[String]]) -> [Way] {
        let isIndonesian = language == .indonesian
        return phrases.flatMap { from in
            phrases.map { Way(from: from, to: $0, weight: relation.weight, isIndonesian: isIndonesian) }
        }
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
