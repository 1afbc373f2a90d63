/// How a term of the index derives from a query word, best first.
///
///     Tier.exact < Tier.typo        // true
///
/// The tier of a document is the worst one over the words that it matches.
package enum Tier: UInt8, CaseIterable, Sendable, Comparable, Codable {
    case exact, stem, synonym, prefix, typo

    package static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }

    /// The name in answers and explanations.
    package var name: String { "\(self)" }
}
