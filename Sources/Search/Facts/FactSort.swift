import IndexDefinition

/// An order of answers by a number of the documents; documents whose number is unknown come last.
///
///     try FactSort(parameter: "-workers", in: IndexDefinition.facts())     // most workers first
package struct FactSort: Sendable, Hashable, Codable {
    /// The name of the fact.
    package var fact: String
    package var isAscending: Bool

    package init(fact: String, isAscending: Bool) {
        self.fact = fact
        self.isAscending = isAscending
    }

    /// The order of a parameter: the name of a fact, with "-" before it for the largest number first.
    ///
    /// - Throws: SearchError (usage) if no fact with numbers has the name.
    package init(parameter text: String, in table: FactTable) throws(SearchError) {
        let isAscending = !text.hasPrefix("-")
        let name = isAscending ? text : String(text.dropFirst())
        guard let fact = table[name], fact.isNumeric else {
            let names = table.facts.filter(\.isNumeric).map(\.name)
            throw .invalid("sort", value: text, expected: .choice(of: names, typed: name) + ", with - before it or not")
        }
        self.init(fact: name, isAscending: isAscending)
    }

    /// The parameter that gives this order.
    package var parameter: String { (isAscending ? "" : "-") + fact }
}
