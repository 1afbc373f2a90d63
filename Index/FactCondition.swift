/// A condition on a fact of documents, such as a price below 50,000 or a halal certificate.
///
/// A document of which the fact is unknown never meets it.
package struct FactCondition: Sendable, Hashable, Codable {
    /// The name of the fact in facts.tsv.
    package var fact: String
    /// The bounds of a number; nil: none.
    package var min: Double?
    package var max: Double?
    /// True if the bound itself does not meet the condition.
    package var minIsExclusive = false
    package var maxIsExclusive = false
    /// The names of values, of which one is enough, "true" or "false" of a flag, or "*" for every known value; empty
    /// for a range of numbers.
    package var values: [String] = []
    /// The words of the query that it was read from; nil if it was given as a parameter.
    package var words: String?

    package init(
        fact: String, min: Double? = nil, minIsExclusive: Bool = false, max: Double? = nil,
        maxIsExclusive: Bool = false, values: [String] = [], words: String? = nil
    ) {
        self.fact = fact
        self.min = min
        self.max = max
        self.minIsExclusive = minIsExclusive
        self.maxIsExclusive = maxIsExclusive
        self.values = values
        self.words = words
    }
}
