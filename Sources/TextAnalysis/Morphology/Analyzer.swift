/// Finds the root of Indonesian and Banjar words, guided by word lists: an affix goes only where a known root remains.
///
///     analyzer.root(of: "pengrajin")    // "rajin", as for perajin and kerajinan
///     analyzer.root(of: "sasirangan")   // "sasirangan": protected
///     analyzer.root(of: "xyzan")        // "xyzan": no known root inside
///
/// A pure function of the token, so that whole vocabularies can be grouped by it. Cheap to copy.
/// Complexity: a few dozen look-ups for a token that is in no list.
/// Source: the word formation described in Sneddon et al., Indonesian: A Comprehensive Grammar (2010), chapter 1; our
/// own rules and lists.
package struct Analyzer: Sendable {
    private let storage: Storage

    private final class Storage: Sendable {
        let roots: RootTable
        let stopWords: Set<String>
        let names: Set<String>

        init(roots: RootTable, stopWords: Set<String>, names: Set<String>) {
            self.roots = roots
            self.stopWords = stopWords
            self.names = names
        }
    }

    /// - Parameter names: folded tokens that are never altered, such as those of the gazetteer.
    package init(_ lists: WordLists, protecting names: some Sequence<String> = []) {
        storage = Storage(roots: lists.roots, stopWords: lists.stopWords, names: Set(names))
    }

    /// The root that all words of a family share; the token itself when it is protected, a root, or unknown.
    package func root(of token: String) -> String {
        storage.names.contains(token) ? token : derivation(of: token)?.root ?? token
    }

    /// The word inside a derived one of no listed root: `budidaya` of `pembudidayaan`, where `isWord` knows it; nil
    /// where there is none.
    package func stem(of token: String, among isWord: @escaping (String) -> Bool) -> String? {
        guard !isProtected(token), token.utf8.count > 5, token.utf8.allSatisfy({ 0x61...0x7A ~= $0 }) else {
            return nil
        }
        return AffixReader.best(in: token, roots: storage.roots, besides: isWord).map(\.root)
    }

    /// Whether the token is a name or a noun that only looks derived.
    package func isProtected(_ token: String) -> Bool {
        storage.names.contains(token) || storage.roots[token]?.isProtected ?? false
    }

    /// Whether the token is a listed word or derived from one.
    package func isKnownWord(_ token: String) -> Bool {
        storage.names.contains(token) || derivation(of: token) != nil
    }

    /// Whether the token says who does something: `penenun`, `penganyam`, `petani`; a tool is called so, too
    /// (`penyaring`).
    package func isAgentNoun(_ token: String) -> Bool {
        derivation(of: token)?.isAgent ?? false
    }

    /// Words too common to say what a document is about.
    package func isStopWord(_ token: String) -> Bool {
        storage.stopWords.contains(token)
    }

    /// The best way to read the token as a root with affixes; nil when no known root is found in it.
    private func derivation(of token: String) -> Derivation? {
        if let entry = storage.roots[token] { return Derivation(root: entry.root, matched: token.utf8.count, cost: 0) }
        guard token.utf8.count > 3, token.utf8.allSatisfy({ 0x61...0x7A ~= $0 }) else { return nil }
        return AffixReader.best(in: token, roots: storage.roots)
    }
}
