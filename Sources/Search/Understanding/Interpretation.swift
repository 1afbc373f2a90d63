import IndexDefinition
import IndexStore

/// One way to answer a query: how its place is read, and the clauses that its other words become.
struct Interpretation {
    /// A clause of the index query, and the words of the query that it was made from.
    struct Clause: Hashable {
        var label: String
        var match: MatchClause
    }

    var place: PlaceCandidate
    var level: Level
    var clauses: [Clause] = []
    /// The kinds that the words ask for, with the share of the ranking weight that documents of the kind get.
    var kindIntent: [DocumentKind: Double] = [:]
    /// The kinds of which the query asks for everything, as in "sentra dekat Loksado"; nil if the words decide.
    var kindsOfAll: Set<DocumentKind>?
    /// Misspelled words and their corrections.
    var replacements: [String: String] = [:]
    /// The group of the noun that says what is asked for; 0 if there is none.
    var headGroup: UInt8 = 0
    /// The words that no document has, as typed: they are left out unless there are no others.
    var missingWords: [String] = []
    /// How many of the first clauses come from plain words.
    var wordCount = 0

    /// The order of interpretations: a smaller cost is more likely.
    var cost: Int { place.cost + level.rawValue }
    /// The scope of the place, limited to the kinds of which everything is asked for.
    var scope: Scope { place.scope.holding(to: kindsOfAll) }
    var matchClauses: [MatchClause] { clauses.map(\.match) }
    var isEmpty: Bool { !clauses.contains { $0.match.occurrence == .must || $0.match.occurrence == .should } }
    /// True if the clauses demand every word of the query.
    var demandsAllWords: Bool { !isEmpty && !level.isPartial && missingWords.isEmpty }
    /// A clause that must match and has no term: no document can match.
    var impossibleClause: Clause? {
        clauses.first { $0.match.occurrence == .must && $0.match.terms.isEmpty }
    }
    var isImpossible: Bool { impossibleClause != nil }
}

extension Interpretation {
    /// How widely the words are expanded, in order of cost.
    enum Level: Int, CaseIterable {
        /// Every word must match: as typed, as a word of the same root, or as a synonym. Only words that no document
        /// has are completed or corrected.
        case exact
        /// As `exact`, with other spellings and weaker synonyms; the words of a synonym may stand apart.
        case related
        /// As `exact`, but any of the words is enough. Documents with more of them come first.
        case partial
        /// As `exact`, with completions and corrections of words that some document has.
        case corrected
        case correctedRelated
        case correctedPartial

        var isRelated: Bool { self == .related || self == .correctedRelated }
        var isPartial: Bool { self == .partial || self == .correctedPartial }
        var isCorrected: Bool { rawValue >= Level.corrected.rawValue }

        var name: String {
            switch self {
            case .exact: "exact"
            case .related: "related"
            case .partial: "partial"
            case .corrected: "corrected"
            case .correctedRelated: "corrected, related"
            case .correctedPartial: "corrected, partial"
            }
        }

        /// The level to try next for the same place; nil after the broadest.
        ///
        /// `hasMatches` is true if some documents were found, but few. Then words that documents have are not
        /// corrected. Otherwise a partial match is tried last.
        func next(hasMatches: Bool) -> Level? {
            switch self {
            case .exact: .related
            case .related: hasMatches ? .partial : .corrected
            case .corrected: .correctedRelated
            case .correctedRelated: .correctedPartial
            case .partial, .correctedPartial: nil
            }
        }

        /// The levels from this one on, cheapest first.
        func onwards(hasMatches: Bool) -> [Level] {
            Array(sequence(first: self) { $0.next(hasMatches: hasMatches) })
        }
    }
}

extension Interpretation {
    /// The words to mark in the texts of hits.
    var highlighter: Highlighter {
        var words: Set<String> = []
        var (prefixes, phrases): ([String], [[String]]) = ([], [])
        for term in clauses.lazy.map(\.match).filter({ $0.occurrence != .mustNot }).flatMap(\.terms) {
            switch (term.words.count, term.isPrefix) {
            case (1, false): words.insert(term.words[0])
            case (1, true): prefixes.append(term.words[0])
            default: phrases.append(term.words)
            }
        }
        return Highlighter(words: words, prefixes: prefixes, phrases: phrases)
    }

    /// The largest number of documents that are scored for having only some of the words.
    ///
    /// Documents that have only the most frequent words are left out.
    private static let partialMatchLimit = 5_000

    /// The same interpretation with optional words; nil if there is only one word.
    ///
    /// `count` returns an upper bound of the number of documents that a clause matches.
    func withOptionalWords(count: (MatchClause) -> Int) -> Interpretation? {
        guard wordCount > 1 else { return nil }
        var optional = self
        for index in 0..<wordCount { optional.clauses[index].match.occurrence = .should }
        let words = clauses[..<wordCount].map { (clause: $0.match, count: count($0.match)) }
            .sorted { $0.count < $1.count }
        var sum = 0
        let rarest = words.filter { $0.count > 0 }.prefix { word in
            defer { sum += word.count }
            return sum == 0 || sum + word.count <= Self.partialMatchLimit
        }
        if rarest.count < words.count, !rarest.isEmpty {
            let label = rarest.map { $0.clause.terms[0].words.joined(separator: " ") }.joined(separator: ", ")
            let filter = MatchClause(.filter, terms: rarest.flatMap(\.clause.terms), idf: 0)
            optional.clauses.append(Clause(label: label, match: filter))
        }
        return optional
    }
}
