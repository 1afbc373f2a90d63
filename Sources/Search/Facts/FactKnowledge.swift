/// What the index says about words that may be values of a fact.
struct FactKnowledge {
    /// The values of an open set that folded words stand for, such as "bambu" for "bamboo".
    ///
    /// Empty if no document has one. `whole` takes only values of these words alone.
    var values: (_ words: [String], _ fact: String, _ whole: Bool) -> [String] = { _, _, _ in [] }
    /// True if some document has the fact.
    var isKnown: (_ fact: String) -> Bool = { _ in true }
    /// The indices of words that surely lead to a place: "dekat dari" and "10 km dari", but not "dari".
    var leadWords: Set<Int> = []
    /// True if folded words are the name of a place.
    var isPlace: (_ words: [String]) -> Bool = { _ in false }
}
