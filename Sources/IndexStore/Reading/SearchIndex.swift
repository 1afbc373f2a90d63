import Gazetteer
import IndexDefinition

/// What a search asks of an index: documents, facet values, terms, suggestions and places.
///
///     let index = try Generation.open(dataDirectory: folder).reader { Geodesic.wgs84.distance(from: $0, to: $1) }
///     let best = try index.match(IndexQuery(clauses: [clause], weights: weights, order: .score, limit: 10)).hits
///     let documents = try index.documents(best.map(\.document))
///
/// An index is read by one thread; every thread opens its own. If a file is damaged, a call throws a `.data` error or
/// gives a wrong answer; it never crashes. Places are looked up as the gazetteer of the catalog is (`PlaceSource`).
package protocol SearchIndex: PlaceSource {
    // MARK: Documents

    /// Finds the documents that match, counts them all, and keeps the first in the order asked for.
    ///
    /// Shape: without clauses every document matches, and the order is by name, distance or id; the total is exact.
    /// - Throws: `.usage` for a query that cannot be (no wanted word, a limit out of range), `.data` if the index is
    ///   damaged, `IndexStoreError.interrupted`.
    /// - Complexity: O(matches of the clauses) and O(log limit) for each kept; O(documents) without clauses or
    ///   candidates.
    func match(_ query: IndexQuery) throws -> MatchResult

    /// The parts of a document's score; nil if the query does not match it.
    func explain(_ query: IndexQuery, _ document: DocumentRef) throws -> ScoreParts?

    /// The documents in the order of the references.
    ///
    /// - Throws: `.data` if there is no such document, or it is damaged.
    func documents(_ references: [DocumentRef]) throws -> [StoredDocument]

    /// The document of an id; nil if there is none.
    ///
    /// - Complexity: O(log documents) comparisons.
    func document(withID id: String) throws -> StoredDocument?

    var documentCount: Int { get }

    // MARK: Facets

    /// The values that documents have in a field.
    func facetValues(of field: FacetField) -> [String]

    // MARK: Properties

    /// The names of the columns that lists had beside the fields of Banua, in the order of their bytes.
    ///
    /// A condition on one reads the stored documents, the first time all of them.
    var propertyNames: [String] { get }

    // MARK: Facts

    /// The number of documents of which a fact is known.
    func documentCount(withFact name: String) -> Int

    /// True if a document has a value of the set with these folded words, one after another; `whole` takes only a value
    /// of these words alone.
    ///
    /// - Complexity: O(values with the rarest of the words).
    func hasFactValue(_ fact: String, words: [String], whole: Bool) -> Bool

    // MARK: Terms

    /// True if a document has the term.
    ///
    /// - Complexity: O(log terms) comparisons.
    func hasTerm(_ text: String) -> Bool

    /// The number of documents that have a term, at most.
    ///
    /// For a phrase it is the count of its rarest word, for a prefix the sum over its first 256 terms.
    func documentCount(of term: MatchTerm) -> Int

    /// The terms that begin with a prefix, in byte order.
    func terms(withPrefix prefix: String, limit: Int) -> [IndexTerm]

    /// The most frequent of the first 20,000 terms that begin with a prefix, most documents first.
    func frequentTerms(withPrefix prefix: String, limit: Int) -> [IndexTerm]

    /// The terms of a root, most documents first.
    func terms(withRoot root: String, limit: Int) -> [IndexTerm]

    /// The terms that a misspelled word may stand for, except the word itself, in byte order.
    ///
    ///     index.terms(near: "sasringan", edits: 1, isPrefix: false, sharingFirstLetter: true)    // sasirangan, 100
    ///
    /// `edits` is at most 2. `isPrefix` finds terms whose beginning is similar to the word. `sharingFirstLetter`
    /// compares only terms with the same first letter, which is much faster.
    func terms(near word: String, edits: Int, isPrefix: Bool, sharingFirstLetter: Bool) -> [IndexTerm]

    // MARK: Suggestions

    /// The words, names and places that begin with a folded prefix: the heaviest first, and before them those that are
    /// the prefix itself.
    ///
    /// Shape: at most `limit`. Words, documents and places take turns, so that none has more than about two of three as
    /// long as there are others. The empty prefix has places only. `placesOnly` leaves out the other classes.
    func suggestions(prefix: String, limit: Int, placesOnly: Bool) throws -> [StoredSuggestion]

    /// The documents whose ids begin so, in the order of the ids.
    func documents(withIDPrefix prefix: String, limit: Int) throws -> [StoredDocument]

    /// The places whose dotted codes begin so, of the highest level that the beginning can be a code of: "63.0" begins
    /// codes of regencies, "63.05." of districts.
    func places(withCodePrefix prefix: String, limit: Int) throws -> [Place]

    // MARK: Places

    /// True if the name of any place begins with the word.
    func beginsPlaceName(_ word: String) -> Bool

    /// The places of each of the keys that has any, by code and source, in one statement.
    func places(withKeys keys: Set<UInt64>) throws -> [UInt64: [NamedPlace]]

    /// The places whose official or former name has one of the sounds, by code, in one statement.
    func places(withSoundKeys keys: Set<UInt64>) throws -> [UInt64: [Place]]

    /// The places with a name that begins so, in the order of the names.
    func places(namedWithPrefix prefix: String, limit: Int) throws -> [NamedPlace]

    // MARK: OVOP

    /// The sentra by how ready they are to be proposed for OVOP, best first, after a rank.
    ///
    /// Ranks count from 1 over the whole index. `regency` is a dotted code; nil for all sentra.
    func ovopCandidates(inRegency regency: String?, after rank: Int, limit: Int) throws -> [OVOPCandidate]

    /// The counts of each regency by its code; the empty code has the goods whose regency is not known.
    func ovopCounts() throws -> [String: OVOPCounts]

    /// The villages of a regency that have no product and no sentra, in the order of the codes.
    func villagesWithoutProduct(inRegency regency: String) throws -> [Place]

    // MARK: Interruption

    /// Ends what the index is doing, from any thread: the call throws `IndexStoreError.interrupted`.
    ///
    /// The next call is not affected.
    var interrupt: @Sendable () -> Void { get }
}

extension SearchIndex {
    /// Suggestions of all classes.
    package func suggestions(prefix: String, limit: Int) throws -> [StoredSuggestion] {
        try suggestions(prefix: prefix, limit: limit, placesOnly: false)
    }

    /// The number of documents with a term of the clause; at most, because a document with several counts as often.
    package func documentCount(of clause: MatchClause) -> Int {
        clause.terms.reduce(0) { $0 + documentCount(of: $1) }
    }
}
