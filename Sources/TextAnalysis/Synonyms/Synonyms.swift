/// Other words for what is asked: Banjar and English for Indonesian, Indonesian for Indonesian, phrases included.
///
///     synonyms.expansions(of: ["salted", "egg"]).first?.alternatives.first?.phrase   // ["telur", "asin"]
///
/// Two steps are followed (`wok`: `kuali`: `rinjing`), each with its weight.
/// Complexity: a few look-ups for each run of up to four tokens.
package struct Synonyms: Sendable {
    private let table: Table

    /// Links by the phrase they start from, its tokens joined by single spaces.
    private final class Table: Sendable {
        let links: [String: [SynonymLink]]
        let analyzer: Analyzer

        init(links: [String: [SynonymLink]], analyzer: Analyzer) {
            self.links = links
            self.analyzer = analyzer
        }
    }

    private static let longestPhrase = 4
    private static let mostAlternatives = 24
    private static let leastWeight = 0.2

    package init(_ lists: WordLists, analyzer: Analyzer) {
        var links: [String: [SynonymLink]] = [:]
        for entry in lists.synonyms {
            for (from, link) in entry.links(rootedBy: analyzer) {
                links[from, default: []].append(link)
            }
        }
        table = Table(links: links, analyzer: analyzer)
    }

    /// For each run of tokens that has other names, those names.
    ///
    /// Shape: by first token, then longer runs first; runs may overlap. A word whose sense hangs on its neighbours
    /// (`dapur`: kitchen or hearth) has the sense of the words beside it first.
    package func expansions(of tokens: [String]) -> [Expansion] {
        let roots = tokens.map(table.analyzer.root(of:))
        var expansions: [Expansion] = []
        for start in tokens.indices {
            for end in (start + 1...min(tokens.count, start + Self.longestPhrase)).reversed() {
                let alternatives = alternatives(of: tokens[start..<end], roots: roots)
                if !alternatives.isEmpty { expansions.append(Expansion(span: start..<end, alternatives: alternatives)) }
            }
        }
        return expansions
    }

    /// `roots` are those of the whole question.
    private func alternatives(of tokens: ArraySlice<String>, roots: [String]) -> [Alternative] {
        let typed = tokens.joined(separator: " ")
        let links = links(from: typed, tokens: tokens, roots: roots[tokens.indices])
        guard !links.isEmpty else { return [] }
        let company = Company(before: roots[..<tokens.startIndex], after: roots[tokens.endIndex...])
        var best: [String: Candidate] = [:]
        func offer(_ link: SynonymLink, _ weight: Double, _ language: Language) {
            guard weight >= Self.leastWeight, !tokens.starts(with: link.phrase), weight > best[link.key]?.weight ?? 0
            else { return }
            best[link.key] = Candidate(phrase: link.phrase, key: link.key, weight: weight, language: language)
        }
        for (link, share) in links {
            let weight = share * link.weight(in: company)
            offer(link, weight, link.language)
            for next in table.links[link.key] ?? [] where next.isFurtherStep(after: link) {
                offer(
                    next, weight * next.weight(in: company),
                    link.language == .indonesian ? next.language : link.language)
            }
        }
        return best.values.sorted(by: Candidate.comesFirst).prefix(Self.mostAlternatives).map {
            Alternative(phrase: $0.phrase, weight: $0.weight, language: $0.language, typed: typed)
        }
    }

    /// An alternative before it is chosen.
    private struct Candidate {
        let phrase: [String]
        let key: String
        let weight: Double
        let language: Language

        static func comesFirst(_ one: Candidate, _ other: Candidate) -> Bool {
            one.weight == other.weight ? one.key < other.key : one.weight > other.weight
        }
    }

    /// The links of the phrase as typed; else of its English singular, or of the entry whose words share its roots.
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
