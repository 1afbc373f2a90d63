import IndexDefinition
import TextAnalysis

extension SearchError {
    /// The name of a fact that does not exist.
    static func unknownFact(_ name: String, parameter: String, in table: FactTable) -> SearchError {
        let meant = table.facts.first { $0.words.values.joined().contains(name.lowercased()) }?.name
        let expected = String.choice(of: table.facts.map(\.name), typed: name.lowercased(), meant: meant)
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
