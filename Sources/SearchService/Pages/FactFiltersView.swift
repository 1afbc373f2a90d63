import IndexDefinition
import Search

/// The filters of the search page that come from the table of facts.
///
/// A fact has a filter if it is known of a document that is found, or if it is chosen.
struct FactFiltersView: MergedView {
    /// Two fields for the least and the greatest number.
    struct Range: TemplateView {
        var label: String
        var lowName: String
        var highName: String
        var low: String
        var high: String
    }

    /// A list of values to choose from.
    struct Selection: TemplateView {
        var name: String
        var label: String
        var values: [ChoiceView]
    }

    /// A box to check.
    struct Flag: TemplateView {
        var name: String
        var label: String
        var count: String?
        var selected: Bool
    }

    /// The category has a filter of its own with the same values.
    static let withoutFilter: Set = ["group"]
    /// The largest number of values that a list offers; the most frequent come first.
    static let maxValues = 60

    var ranges: [Range] = []
    var selections: [Selection] = []
    var flags: [Flag] = []
    var hasFacts: Bool
    /// True if a condition on a fact is set.
    var hasChosenFacts: Bool

    init(_ counts: FilterCounts, _ state: PageState, _ words: PageWords, _ table: FactTable) {
        let shown = table.facts.filter { fact in
            !Self.withoutFilter.contains(fact.name) && (counts.hasFact(fact.name) || state[fact.name] != nil)
        }
        for fact in shown {
            let chosen = state[fact.name]
            switch fact.type {
            case .number, .range: ranges.append(Range(fact, chosen: chosen, words))
            case .flag: flags.append(Flag(fact, counts.facts[fact.name] ?? [], chosen: chosen, words))
            case .set: selections.append(Selection(fact, counts.facts[fact.name] ?? [], chosen: chosen, words))
            }
        }
        hasFacts = !shown.isEmpty
        hasChosenFacts = shown.contains { state[$0.name] != nil }
    }
}

extension FactFiltersView.Range {
    init(_ fact: FactDefinition, chosen: String?, _ words: PageWords) {
        label = words.label(fact) + (fact.unit == "IDR" ? " (Rp)" : "")
        lowName = fact.name + PageParameters.lowEnding
        highName = fact.name + PageParameters.highEnding
        let text = chosen ?? ""
        let dots = text.firstRange(of: "..")
        low = dots.map { String(text[..<$0.lowerBound]) } ?? text
        high = dots.map { String(text[$0.upperBound...]) } ?? text
    }
}

extension FactFiltersView.Flag {
    init(_ fact: FactDefinition, _ counts: [FacetCount], chosen: String?, _ words: PageWords) {
        name = fact.name
        label = words.label(fact)
        count = counts.first { $0.value == "true" }.map { words.grouped($0.count) }
        selected = chosen == "true"
    }
}

extension FactFiltersView.Selection {
    init(_ fact: FactDefinition, _ counts: [FacetCount], chosen: String?, _ words: PageWords) {
        name = fact.name
        label = words.label(fact)
        values = fact.choices(counts).prefix(FactFiltersView.maxValues).map { count in
            let value = FactValueList.written([count.value])
            return ChoiceView(
                value: value, label: words.value(count.value, of: fact), count: words.grouped(count.count),
                selected: value == chosen)
        }
        let any = FactDefinition.anyValue
        if values.count > 1 || chosen == any {
            let choice = ChoiceView(value: any, label: words["factAny"], count: nil, selected: chosen == any)
            values.insert(choice, at: 0)
        }
        guard let chosen, !values.contains(where: \.selected) else { return }
        // A value that no document has, or several values.
        let condition = try? FactCondition(parameter: chosen, fact: fact)
        let label = condition.map { words.values($0.values, of: fact) } ?? chosen
        values.append(ChoiceView(value: chosen, label: label, count: nil, selected: true))
    }
}
