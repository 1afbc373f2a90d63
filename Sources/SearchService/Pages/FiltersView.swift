import IndexDefinition
import Search

/// The filters of the search page with their counts.
struct FiltersView: MergedView {
    var kinds: [ChoiceView]
    var categories: [ChoiceView]
    var regencies: [ChoiceView]
    var sorts: [ChoiceView]
    var facts: FactFiltersView
    var kept: [HiddenFieldView]
    /// The number of filters that are set.
    ///
    /// Nil if none is.
    var activeFilters: String?

    /// Creates the view from the counts of an answer.
    ///
    /// Without counts, it shows only the chosen values.
    init(_ counts: FilterCounts, _ state: PageState, _ words: PageWords, _ table: FactTable) {
        let fields = counts.fields
        kinds = Self.kinds(fields[.kind], state, words)
        categories = Self.choices(fields[.category], chosen: state["category"], words) { words.category($0.value) }
        regencies = Self.choices(fields[.regency], chosen: state["regency"], words) { $0.label }
        sorts = Self.sorts(counts, chosen: state["sort"] ?? "", words)
        facts = FactFiltersView(counts, state, words, table)
        kept = (["district", "bbox"] + FactFiltersView.withoutFilter.sorted()).compactMap { name in
            state[name].map { HiddenFieldView(name: name, value: $0) }
        }
        let active = (["category", "regency", "district", "bbox", "sort"] + PageState.facts).count { state[$0] != nil }
        activeFilters = active > 0 ? "\(active)" : nil
    }

    /// The orders by relevance, distance and name, and by numbers that are known of a document that is found.
    private static func sorts(_ counts: FilterCounts, chosen: String, _ words: PageWords) -> [ChoiceView] {
        let orders = SearchRequest.Sort.allCases.filter { order in
            guard case .fact(let name, _) = order else { return true }
            return counts.hasFact(name) || order.rawValue == chosen
        }
        return ([""] + orders.map(\.rawValue)).map { order in
            ChoiceView(value: order, label: words["sort.\(order)"], count: nil, selected: order == chosen)
        }
    }

    /// All kinds together, each kind, and the chosen combination if it is another one.
    private static func kinds(_ counts: [FacetCount]?, _ state: PageState, _ words: PageWords) -> [ChoiceView] {
        let chosen = state.kinds.joined(separator: ",")
        let single = DocumentKind.byRank.map(\.rawValue)
        let values = [""] + single
        return (values.contains(chosen) ? values : values + [chosen]).map { value in
            let parts = value.isEmpty ? single : value.split(separator: ",").map(String.init)
            let count = counts.map { counts in counts.filter { parts.contains($0.value) }.map(\.count).reduce(0, +) }
            let label = value.isEmpty ? words["all"] : parts.map { words["kind.\($0)"] }.joined(separator: " + ")
            return ChoiceView(
                value: value, label: label, count: count.map(words.grouped) ?? "", selected: value == chosen)
        }
    }

    private static func choices(
        _ counts: [FacetCount]?, chosen: String?, _ words: PageWords, label: (FacetCount) -> String
    ) -> [ChoiceView] {
        let choices = (counts ?? []).map { count in
            ChoiceView(
                value: count.value, label: label(count), count: words.grouped(count.count),
                selected: count.value == chosen)
        }
        guard let chosen, counts?.contains(where: { $0.value == chosen }) != true else { return choices }
        // The chosen value stays, also if nothing matches, or if a region was given by name.
        return choices + [ChoiceView(value: chosen, label: words.category(chosen), count: "0", selected: true)]
    }
}
