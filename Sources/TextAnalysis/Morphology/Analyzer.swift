/// Finds the root of Indonesian and Banjar words.
///
/// An affix is removed only if a known root remains.
///
///     analyzer.root(of: "pengrajin")    // "rajin", as for perajin and kerajinan
///     analyzer.root(of: "sasirangan")   // "sasirangan": protected
///     analyzer.root(of: "xyzan")        // "xyzan": no known root inside
///
/// Results depend on the token only, so a whole vocabulary can be grouped by root. Copies share their storage.
/// Source: Sneddon et al., Indonesian: A Comprehensive Grammar (2010), chapter 1. Costs and lists are ours.
///
/// - Complexity: A few dozen table look-ups for a token that is in no list.
package struct Analyzer: Sendable {
    private let storage: Storage

    private final class Storage: Sendable {
        let roots: RootTable
        let stopWords: Set<String>
        let commonWords: Set<String>
        let names: Set<String>

        init(_ lists: WordLists, names: Set<String>) {
            roots = lists.roots
            stopWords = lists.stopWords
            commonWords = lists.commonWords
            self.names = names
        }
    }

    /// Creates an analyzer that never alters the given folded tokens, such as the names of places.
    package init(_ lists: WordLists, protecting names: some Sequence<String> = []) {
        storage = Storage(lists, names: Set(names))
    }

    /// The root of the token.
    ///
    /// Returns the token itself if it is protected, a root, or unknown.
    package func root(of token: String) -> String {
        storage.names.contains(token) ? token : derivation(of: token)?.root ?? token
    }

    /// The stem of a derived word whose root is in no list: `budidaya` for `pembudidayaan`.
    ///
    /// Returns nil if no stem satisfies `isWord`.
    package func stem(of token: String, among isWord: @escaping (String) -> Bool) -> String? {
        guard !isProtected(token), token.utf8.count > 5, token.utf8.allSatisfy({ 0x61...0x7A ~= $0 }) else {
            return nil
        }
        return AffixReader.best(in: token, roots: storage.roots, besides: isWord).map(\.root)
    }

    /// Whether the token is a name, or a noun that only looks derived.
    package func isProtected(_ token: String) -> Bool {
        storage.names.contains(token) || storage.roots[token]?.isProtected ?? false
    }

    /// Whether the token is a listed word or is derived from one.
    package func isKnownWord(_ token: String) -> Bool {
        storage.names.contains(token) || derivation(of: token) != nil
    }

    /// Whether the token is an everyday word: it is spelled as its writer meant it.
    package func isCommonWord(_ token: String) -> Bool {
        storage.commonWords.contains(token) || storage.stopWords.contains(token)
    }

    /// Whether the token is a word that needs no correction: a known one, or an everyday word.
    package func isSpelledRight(_ token: String) -> Bool { isCommonWord(token) || isKnownWord(token) }

    /// Whether the token is an agent noun: `penenun`, `penganyam`, `petani`.
    ///
    /// Tools have the same form (`penyaring`).
    package func isAgentNoun(_ token: String) -> Bool {
        derivation(of: token)?.isAgent ?? false
    }

    /// Whether the token is a stop word: too common to tell documents apart.
    package func isStopWord(_ token: String) -> Bool {
        storage.stopWords.contains(token)
    }

    /// The cheapest reading of the token as a root with affixes.
    ///
    /// Returns nil if it contains no known root.
    private func derivation(of token: String) -> Derivation? {
        if let entry = storage.roots[token] { return Derivation(root: entry.root, matched: token.utf8.count, cost: 0) }
        guard token.utf8.count > 3, token.utf8.allSatisfy({ 0x61...0x7A ~= $0 }) else { return nil }
        return AffixReader.best(in: token, roots: storage.roots)
    }
}
