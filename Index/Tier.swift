/// How a term of the index came from a word of the query, best first.
///
/// A document's tier is the worst over the words that it matches.
///
///     Tier.exact < Tier.typo        // true
package enum Tier: UInt8, CaseIterable, Sendable, Comparable, Codable {
    case exact, stem, synonym, prefix, typo

    package static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }

    /// The word that answers and explanations use.
    package var name: String {
        switch self {
        case .exact: "exact"
        case .stem: "stem"
        case .synonym: "synonym"
        case .prefix: "prefix"
        case .typo: "typo"
        }
    }
}
