/// A directed link from a phrase to a synonym.
struct SynonymLink: Sendable {
    let phrase: [String]
    /// The phrase as a table key: its tokens joined by single spaces.
    let key: String
    let relation: SynonymEntry.Relation
    /// Whether the phrase is Indonesian.
    ///
    /// A Banjar word must not be expanded as the Indonesian word that looks like it.
    let isIndonesian: Bool
    let weight: Double
    let language: Language
    /// Roots of the words that must be near for this sense.
    let context: Set<String>

    /// The key of all phrases with these roots.
    ///
    /// It differs from the key of every typed phrase.
    static func rootKey(_ roots: some Sequence<String>) -> String {
        "=" + roots.joined(separator: " ")
    }

    /// The weight, reduced if the link needs a context word and the query has none.
    func weight(in query: ContextRoots) -> Double {
        context.isEmpty || query.contains(anyOf: context) ? weight : weight * 0.6
    }

    /// Whether this link may follow another one: only to the same thing, or once to its kinds.
    func canFollow(_ first: SynonymLink) -> Bool {
        guard first.isIndonesian else { return false }
        return switch relation {
        case .same: true
        case .narrower: first.relation == .same || first.relation == .means
        case .means, .related, .gloss: false
        }
    }
}

extension SynonymEntry {
    /// The links that the entry adds to the table, each under the words and under their roots.
    ///
    /// Every left term links to every right term, and back if they are the same. A phrase does not link to its own
    /// beginning: in Indonesian the first word is the general one, and not every kerupuk is kerupuk ikan.
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

    /// Links between the terms of one entry, which are spellings or names of one thing.
    private func siblings(_ phrases: [[String]]) -> [Way] {
        let isIndonesian = language == .indonesian
        return phrases.flatMap { from in
            phrases.map { Way(from: from, to: $0, weight: relation.weight, isIndonesian: isIndonesian) }
        }
    }
}

/// The roots of the query words before and after a run of words.
struct ContextRoots {
    let before: ArraySlice<String>
    let after: ArraySlice<String>

    func contains(anyOf context: Set<String>) -> Bool {
        before.contains(where: context.contains) || after.contains(where: context.contains)
    }
}
