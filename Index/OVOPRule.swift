/// A rule by which a sentra is judged for a proposal to the programme OVOP; a row of ovop-rules.tsv.
package struct OVOPRule: Sendable, Hashable {
    /// How the fields decide.
    package enum Test: String, Sendable, CaseIterable {
        /// Only the words of ovop-words.tsv decide.
        case words
        /// One of the fields is known.
        case known
        /// The first field is at least a number, if the second one says that businesses are counted.
        case least
        /// The linked products have the category of the sentra, or the commodity names one thing.
        case alike
        /// The field is known, or all linked products share a material.
        case shared
        /// The sentra is in a product group of OVOP.
        case group
        /// A linked product has a certificate.
        case certified
        /// The village is known.
        case placed
    }

    /// What the rule is needed for.
    package enum Need: String, Sendable, CaseIterable {
        /// To be a sentra at all.
        case must
        /// To be proposed.
        case proposal
        /// It is not needed, but speaks for the sentra.
        case helps
    }

    /// The name in answers.
    package let name: String
    package let test: Test
    /// The properties that are read.
    package let fields: [String]
    /// The smallest number of the test `least`.
    package let least: Int?
    /// The product groups that the rule is for; empty for all.
    package let groups: [String]
    package let need: Need
    /// The regulation, or "compiled".
    package let source: String
    /// The labels for pages, by language: id, en.
    package let labels: [String: String]
    /// The words that decide the rule, in the order of ovop-words.tsv.
    package internal(set) var words: [OVOPWords] = []
}

/// What the data say of a rule.
package enum OVOPVerdict: String, Sendable, CaseIterable {
    case fulfilled, lacking
    /// The data say nothing.
    case unknown
}

/// Words in a field that decide a rule; a row of ovop-words.tsv.
package struct OVOPWords: Sendable, Hashable {
    package enum Effect: String, Sendable, CaseIterable {
        case fulfilled, lacking
        /// The field counts businesses.
        case counted
        /// A category that does not make products alike.
        case passedOver = "passed_over"
    }

    package enum Position: String, Sendable, CaseIterable {
        case start, any
    }

    package let effect: Effect
    package let field: String
    package let position: Position
    /// Each with blanks between its words.
    package let words: [String]
}

/// A product group of OVOP; the rows of ovop-groups.tsv with its name.
package struct OVOPGroup: Sendable, Hashable {
    /// What belongs to a group.
    package struct Member: Sendable, Hashable {
        package let categories: [String]
        /// One of them must be in the name or the commodity; empty if the category is enough.
        package let words: [String]
    }

    package let name: String
    /// The regulation or programme that names the group.
    package let source: String
    /// The labels for pages, by language: id, en.
    package let labels: [String: String]
}
