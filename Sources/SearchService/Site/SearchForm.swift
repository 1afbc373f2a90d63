import IndexDefinition
import Search

/// The form of the search page as it was filled, and its filters with counts.
enum SearchForm {
    private static let radii = ["", "2km", "5km", "10km", "25km", "50km", "100km"]

    static func values(_ state: PageState, _ words: PageWords) -> [String: Any] {
        let radius = state["radius"] ?? ""
        // A radius of somebody's own, from a shared address, is kept as one more choice.
        let radii = radii.contains(radius) ? radii : radii + [radius]
        return [
            "text": state["q"] ?? "", "near": state["near"] ?? "",
            "radii": radii.map { value -> [String: Any] in
                let label = value.isEmpty ? words["anyRadius"] : value.replacing("km", with: " km")
                return ["value": value, "label": label, "selected": value == radius]
            },
        ]
    }

    /// The filters with the counts of an answer; without an answer they keep what was chosen.
    static func filters(_ counts: [SearchRequest.FacetField: [Facet.Count]], _ state: PageState, _ words: PageWords)
        -> [String: Any]
    {
        let sorts = ["", "relevance", "distance", "name"]
        var values: [String: Any] = [
            "kinds": kinds(counts[.kind], state, words),
            "categories": options(counts[.category], chosen: state["category"], words) { words.category($0.value) },
            "regencies": options(counts[.regency], chosen: state["regency"], words) { $0.label },
            "sorts": sorts.map {
                ["value": $0, "label": words["sort.\($0)"], "selected": $0 == state["sort"] ?? ""] as [String: Any]
            },
            "kept": ["district", "bbox"].compactMap { name in state[name].map { ["name": name, "value": $0] } },
        ]
        let number = ["category", "regency", "district", "bbox", "sort"].count { state[$0] != nil }
        values["activeFilters"] = number > 0 ? "\(number)" : nil
        return values
    }

    private static func kinds(_ counts: [Facet.Count]?, _ state: PageState, _ words: PageWords) -> [[String: Any]] {
        let chosen = state.kinds.joined(separator: ",")
        let single = DocumentKind.byRank.map(\.rawValue)
        var choices = [""] + single
        if !choices.contains(chosen) { choices.append(chosen) }
        return choices.map { value in
            let parts = value.isEmpty ? single : value.split(separator: ",").map(String.init)
            let number = counts.map { counts in counts.filter { parts.contains($0.value) }.map(\.count).reduce(0, +) }
            let label = value.isEmpty ? words["all"] : parts.map { words["kind.\($0)"] }.joined(separator: " + ")
            return [
                "value": value, "label": label, "count": number.map(words.grouped) ?? "", "selected": value == chosen,
            ]
        }
    }

    private static func options(
        _ counts: [Facet.Count]?, chosen: String?, _ words: PageWords, label: (Facet.Count) -> String
    ) -> [[String:
        Any]]
    {
        let options = (counts ?? []).map { count -> [String: Any] in
            [
                "value": count.value, "label": label(count), "count": words.grouped(count.count),
                "selected": count.value == chosen,
            ]
        }
        guard let chosen, counts?.contains(where: { $0.value == chosen }) != true else { return options }
        // What was chosen stays chosen, also where nothing matches or a region is given by name.
        return options + [["value": chosen, "label": words.category(chosen), "count": "0", "selected": true]]
    }
}
