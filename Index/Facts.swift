/// A fact of documents that can be filtered, sorted and counted, such as the price; a row of facts.tsv.
///
///     try IndexDefinition.facts()["workers"]?.bounds     // [0, 5, 10, 20, 50, 100]
package struct FactDefinition: Sendable, Hashable {
    /// The type of the values of a fact.
    package enum ValueType: String, Sendable, CaseIterable {
        /// One number of a document.
        case number
        /// A minimum and a maximum of a document, which matches if they overlap the condition.
        case range
        /// Named values.
        case set
        /// True or false.
        case flag
    }

    /// How a condition is read from words.
    package enum Reading: String, Sendable, CaseIterable {
        /// From a number with a name, a unit or a comparison.
        case number
        /// From the words of a value: "halal".
        case alone
        /// From a word of the fact before a value: "ekspor ke Malaysia".
        case marked
        /// The same, but two words of a value, or the whole of it, must follow: "buatan Galeri Purun".
        case titled
        /// From a word of the fact before digits: "KBLI 13912".
        case code
        case never
    }

    /// The name in `--where`, in HTTP parameters and in answers.
    package let name: String
    package let type: ValueType
    /// The unit of a number: IDR, people, businesses, year or stars.
    package let unit: String?
    /// The boundaries of the ranges that facets count, ascending.
    package let bounds: [Double]
    /// The numbers that are possible.
    package let limits: ClosedRange<Double>?
    /// The kinds of documents that can have the fact.
    package let kinds: [DocumentKind]
    /// True if a set may have values that the table does not name.
    package let isOpen: Bool
    package let reading: Reading
    /// The words that name the fact, by language: id, bjn, en.
    package let words: [String: [String]]
    /// The labels for pages, by language: id, en.
    package let labels: [String: String]
    /// The named values, in the order of fact-values.tsv.
    package internal(set) var values: [FactValue] = []
    /// The words that are no names of values, by what they do.
    package internal(set) var valueWords: [FactValueWords: [String]] = [:]

    /// True if conditions and sorting are on numbers.
    package var isNumeric: Bool { type == .number || type == .range }

    /// The value that stands for every known value.
    package static let anyValue = "*"
}

/// A named value of a fact, with the words for it by language; a row of fact-values.tsv.
package struct FactValue: Sendable, Hashable {
    package let name: String
    package let words: [String: [String]]
}

/// The effect of words that stand beside the values of a fact.
///
/// The raw value is the sign in fact-values.tsv.
package enum FactValueWords: String, Sendable, CaseIterable {
    /// They say that some value is known: "luar negeri".
    case any = "*"
    /// They name no value, so that nothing is read: "alami" in "berbahan alami".
    case none = "!"
    /// A value is read after them only if the index has it: "dari" in "dari bambu".
    case weakMarker = "?"
    /// They may stand between a word of the fact and its value: "ke" in "ekspor ke Malaysia".
    case connector = ">"
}

/// A row of comparators.tsv: words that compare a fact with the number beside them, such as "di bawah".
package struct FactComparator: Sendable, Hashable {
    package enum Operator: String, Sendable, CaseIterable {
        case less
        case atMost = "at_most"
        case more
        case atLeast = "at_least"
        case equal
        /// At most a fifth less or more.
        case about
        case between
        /// At least, of years: "sejak 2015".
        case from
        case lowest, highest
        /// Between the two numbers of a range.
        case to
        case and, or
        /// The words after it are no condition.
        case not
        /// May stand in a condition and before it, without a meaning of its own.
        case filler
        /// May stand in a condition, without a meaning of its own.
        case inner
        /// Begins the unit of a price: "per kg".
        case per
    }

    package enum Position: String, Sendable, CaseIterable {
        case before, after
    }

    package let operation: Operator
    /// The side of the number on which a comparison stands; nil for other words.
    package let position: Position?
    /// The unit of the numbers that are compared; nil if any.
    package let unit: String?
    /// The words of all languages, each one with blanks between its words.
    package let words: [String]
}

/// A word in or after a number, such as "ribu"; a row of number-units.tsv.
package struct FactNumberWord: Sendable, Hashable {
    package enum Role: Sendable, Hashable {
        /// The word is the number.
        case numeral(Double)
        /// The word adds to the numeral before it: "dua belas".
        case add(Double)
        case multiplier(Double)
        /// Stands before or after an amount of money in the unit.
        case currency(String)
        /// Stands after a number of the unit, which needs a comparison: "lebih dari 20 orang".
        case unit(String)
        /// Stands before a number of the unit: "tahun 2015".
        case label(String)
        /// Is counted by the fact: "20 perajin".
        case noun(String)
        /// A number before it is none of the facts: "20 kg".
        case other
        /// The same, except that an amount of money may stand before it: "3 warna".
        case feature
    }

    package let role: Role
    package let words: [String]
}
