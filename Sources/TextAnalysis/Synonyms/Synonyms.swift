/// A synonym dictionary: Banjar and English to Indonesian, and Indonesian to Indonesian, phrases included.
///
///     synonyms.expansions(of: ["salted", "egg"]).first?.alternatives.first?.phrase   // ["telur", "asin"]
///
/// Links are followed for two steps (`wok` to `kuali` to `rinjing`), and the weights are multiplied.
///
/// - Complexity: A few look-ups for each run of up to four tokens.
package struct Synonyms: Sendable {
    private let table: Table

    /// The links by the phrase they start from, with its tokens joined by single spaces.
    private final class Table: Sendable {
        let links: [String: [SynonymLink]]
        /// The phrases that mean a phrase, by its tokens joined by single spaces.
        let meaning: [String: [[String]]]
        let analyzer: Analyzer

        init(links: [String: [SynonymLink]], meaning: [String: [[String]]], analyzer: Analyzer) {
            self.links = links
            self.meaning = meaning
            self.analyzer = analyzer
        }
    }

    private static let maxPhraseLength = 4
    private static let maxAlternatives = 24
    private static let minWeight = 0.2

    /// Creates a dictionary from word lists.
    ///
    /// Phrases are matched by the roots of `analyzer`.
    package init(_ lists: WordLists, analyzer: Analyzer) {
        var links: [String: [SynonymLink]] = [:]
        for entry in lists.synonyms {
            for (from, link) in entry.links(rootedBy: analyzer) {
                links[from, default: []].append(link)
            }
        }
        var meaning: [String: [[String]]] = [:]
        for entry in lists.synonyms where entry.relation == .means && entry.language != .english {
            for other in entry.others { meaning[other.joined(separator: " "), default: []] += entry.terms }
        }
        table = Table(links: links, meaning: meaning, analyzer: analyzer)
    }

    /// Other names of the same thing, in both directions: of `lombok` cabai, and of `cabai` lombok.
    ///
    /// Shape: in the order of the tables, each once, without the phrase itself. Kinds of the thing and related things
    /// are left out, and so are English words for an Indonesian or Banjar one.
    ///
    /// - Complexity: Two look-ups.
    package func equivalents(of phrase: [String]) -> [[String]] {
        let key = phrase.joined(separator: " ")
        let links = (table.links[key] ?? []).filter { $0.relation == .same || $0.relation == .means }
        var seen: Set<[String]> = [phrase]
        return (links.map(\.phrase) + (table.meaning[key] ?? [])).filter { seen.insert($0).inserted }
    }

    /// The synonyms of each run of tokens that has any.
    ///
    /// Shape: by first token, then longer runs first; runs may overlap. If a word has several senses (`dapur`: kitchen
    /// or hearth), those that fit the words near it come first.
    package func expansions(of tokens: [String]) -> [Expansion] {
        let roots = tokens.map(table.analyzer.root(of:))
        var expansions: [Expansion] = []
        for start in tokens.indices {
            for end in (start + 1...min(tokens.count, start + Self.maxPhraseLength)).reversed() {
                let alternatives = alternatives(of: tokens[start..<end], roots: roots)
                if !alternatives.isEmpty { expansions.append(Expansion(span: start..<end, alternatives: alternatives)) }
            }
        }
        return expansions
    }

    /// The synonyms of one run.
    ///
    /// `roots` are the roots of all tokens of the query.
    private func alternatives(of tokens: ArraySlice<String>, roots: [String]) -> [Alternative] {
        let typed = tokens.joined(separator: " ")
        let links = links(from: typed, tokens: tokens, roots: roots[tokens.indices])
        guard !links.isEmpty else { return [] }
        let context = ContextRoots(before: roots[..<tokens.startIndex], after: roots[tokens.endIndex...])
        var best: [String: Candidate] = [:]
        func offer(_ link: SynonymLink, _ weight: Double, _ language: Language) {
            guard weight >= Self.minWeight, !tokens.starts(with: link.phrase), weight > best[link.key]?.weight ?? 0
            else { return }
            best[link.key] = Candidate(phrase: link.phrase, key: link.key, weight: weight, language: language)
        }
        for (link, share) in links {
            let weight = share * link.weight(in: context)
            offer(link, weight, link.language)
            for next in table.links[link.key] ?? [] where next.canFollow(link) {
                offer(
                    next, weight * next.weight(in: context),
                    link.language == .indonesian ? next.language : link.language)
            }
        }
        return best.values.sorted(by: Candidate.comesFirst).prefix(Self.maxAlternatives).map {
            Alternative(phrase: $0.phrase, weight: $0.weight, language: $0.language, typed: typed)
        }
    }

    /// A synonym that was found, before the best are chosen.
    private struct Candidate {
        let phrase: [String]
        let key: String
        let weight: Double
        let language: Language

        static func comesFirst(_ one: Candidate, _ other: Candidate) -> Bool {
            one.weight == other.weight ? one.key < other.key : one.weight > other.weight
        }
    }

    /// The links of the typed phrase, or else of its English singular, or else of a phrase with the same roots.
    private func links(from typed: String, tokens: ArraySlice<String>, roots: ArraySlice<String>) -> [(
        link: SynonymLink, share: Double
    )] {
        if let links = table.links[typed] { return links.map { ($0, 1) } }
        for singular in EnglishPlural.singulars(of: tokens) {
            if let links = table.links[singular]?.filter({ $0.language == .english }), !links.isEmpty {
                return links.map { ($0, 1) }
            }
        }
        return (table.links[SynonymLink.rootKey(roots)] ?? []).map { ($0, 0.9) }
    }
}
