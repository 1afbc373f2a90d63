import IndexDefinition
import TextAnalysis

extension SearchError {
    /// How many columns of lists a message names.
    private static let maxColumns = 40

    /// The name of a fact that does not exist, and of no column that a document has.
    static func unknownFact(
        _ name: String, parameter: String, in table: FactTable, columns: [String] = []
    ) -> SearchError {
        let meant = table.facts.first { $0.words.values.joined().contains(name.lowercased()) }?.name
        let names = table.facts.map(\.name) + columns.prefix(maxColumns)
        let expected = String.choice(of: names, typed: name.lowercased(), meant: meant)
        return .invalid(parameter, value: name, expected: expected)
    }
}

extension String {
    /// The names to choose from, and the one that is meant or is nearest to what was typed.
    static func choice(of names: [String], typed: String, meant: String? = nil) -> String {
        let choice = "one of \(names.joined(separator: ", "))"
        let costs = names.compactMap { name in EditDistance.cost(typed, name, edits: 2).map { (name: name, cost: $0) } }
        guard let nearest = meant ?? costs.min(by: { $0.cost < $1.cost })?.name else { return choice }
        return choice + " (did you mean '\(nearest)'?)"
    }
}
